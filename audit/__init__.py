"""审计: an append-only trail with a hash chain."""
