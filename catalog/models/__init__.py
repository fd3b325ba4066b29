"""The certified catalogue: groups, products with packs, stock and photos, certificates, papers, listing versions."""

from catalog.models.category import Category
from catalog.models.certificate import Certificate, Law
from catalog.models.document import Document, DocumentKind, DocumentScope
from catalog.models.listing import ListingVersion
from catalog.models.marking import RemovedProduct
from catalog.models.picture import Picture, ProductImage, Thumbnail
from catalog.models.product import Block, Product, visible_product
from catalog.models.review import ReviewItem, ReviewReason
from catalog.models.site import Site
from catalog.models.variant import NetUnit, ProductVariant, Stock, StockMovement

__all__ = [
    "Block",
    "Category",
    "Certificate",
    "Document",
    "DocumentKind",
    "DocumentScope",
    "Law",
    "ListingVersion",
    "NetUnit",
    "Picture",
    "Product",
    "ProductImage",
    "ProductVariant",
    "RemovedProduct",
    "ReviewItem",
    "ReviewReason",
    "Site",
    "Stock",
    "StockMovement",
    "Thumbnail",
    "visible_product",
]
