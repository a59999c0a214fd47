"""排版: a form and its facts laid out as a finished neutral document tree (no ORM)."""
