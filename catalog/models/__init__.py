"""The certified catalogue: groups, products with their packs and stock, certificates, what is kept for a person."""

from catalog.models.category import Category
from catalog.models.certificate import Certificate, Law
from catalog.models.marking import RemovedProduct
from catalog.models.product import Product, ProductImage
from catalog.models.review import ReviewItem, ReviewReason
from catalog.models.variant import NetUnit, ProductVariant, Stock

__all__ = [
    "Category",
    "Certificate",
    "Law",
    "NetUnit",
    "Product",
    "ProductImage",
    "ProductVariant",
    "RemovedProduct",
    "ReviewItem",
    "ReviewReason",
    "Stock",
]
