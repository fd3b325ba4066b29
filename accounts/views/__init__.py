"""Pages of a person's own: what they may open, their data, their sessions."""

from accounts.views.home import home

__all__ = ["home"]
