"""Reading one need: from the plain data of a record to its envelope, facts and assessments, checked against rules and network."""
