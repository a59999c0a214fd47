"""填报: the report as a case."""
