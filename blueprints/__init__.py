"""表样: a locality's form as checked data."""
