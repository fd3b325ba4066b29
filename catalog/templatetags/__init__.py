"""Template tags and filters: words of the badge, numbers, icons."""
