"""表样检查的各项: each module yields the faults of one kind; `blueprints.lint` calls them all."""
