"""Report → Parse: Universal Dependencies, entities, times and coreference chains."""
