"""Pages of the seller's side, one file per noun."""

from sellers.views.desk import desk
from sellers.views.makers import maker, makers

__all__ = ["desk", "maker", "makers"]
