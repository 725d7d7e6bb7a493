"""Communique reads news reports about a negotiation and keeps one cited record of it."""
