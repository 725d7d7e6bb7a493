"""Measuring: our own gold with floors that CI keeps, and scripts for public benchmarks."""
