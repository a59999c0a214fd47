"""财政审核: the finance bureau's desk."""
