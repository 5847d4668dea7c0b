"""The words people see, as data: one catalogue a language, in the terms of the field."""
