"""What people keep in sheets: files of rows come in, cells of text with their places go out, and lines of known columns."""
