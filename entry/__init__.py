"""网页填报: sections of a blueprint as web forms, and what was posted as a change set."""
