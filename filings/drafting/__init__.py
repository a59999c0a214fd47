"""表样的起草: a paper form, empty or filled, becomes a first YAML in which every guess is marked 待核."""
