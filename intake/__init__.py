"""导入: what a filled file says, laid against what a form prints; a proposal, never a change (no ORM)."""
