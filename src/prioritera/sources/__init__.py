"""Needs that come as data: JSON, a JSON text a line, Parquet and dataframes, as records with the place of each value."""
