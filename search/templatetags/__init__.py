"""Template tags of the list page."""
