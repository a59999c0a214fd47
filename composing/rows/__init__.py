"""表行种类: one kind of grid row, one file; each returns lines that fill its area exactly."""
