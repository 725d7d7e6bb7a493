"""Record → answers: who stands where, what happened when, what changed. Pure: an answer names the entries that it rests on."""
