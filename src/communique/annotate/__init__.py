"""Report → Parse, with Universal Dependencies."""
