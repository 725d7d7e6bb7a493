"""One file a step, `schema_NNNN.py`."""
