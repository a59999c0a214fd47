"""文书: the neutral document tree and its writers; knows no database and no form."""
