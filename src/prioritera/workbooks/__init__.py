"""Sheets for people: pages of columns and rows come in, the bytes of a workbook or the text of a CSV file go out."""
