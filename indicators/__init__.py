"""三级指标: indicators with targets and results, and the self scores of a form."""
