"""勾稽: what does not agree, how badly, and what to do."""
