"""勾稽规则: one rule of the catalogue, one file."""
