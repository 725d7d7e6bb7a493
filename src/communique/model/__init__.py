"""The nouns: frozen, standard library only, no input or output."""
