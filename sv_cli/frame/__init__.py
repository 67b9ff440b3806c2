"""Valuations as pandas data frames: the only importer of pandas."""
