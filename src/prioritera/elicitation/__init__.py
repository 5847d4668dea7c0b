"""Weights from what people say of criteria: filled-in sheets come in, weights with their spread and everything said come out."""
