"""A small invented record to show: three reports on talks between two states that do not exist."""
