"""The ends of the names of workbooks: known without what reads them."""

SUFFIXES = (".xlsx", ".xls", ".ods")
