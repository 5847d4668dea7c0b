"""From results and explanations to what people and programs read: first a document without a format, then text or JSON."""
