"""计分规则: one rule, one file; `registry` lists them all, nothing registers itself by being imported."""
