"""雷同与残留: what was copied from a sibling or from last year, what a template left behind, whose name does not belong here."""
