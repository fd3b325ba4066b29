"""Tests of what `make bench` measures with; no figure is asserted."""
