"""The seller's side: applications, claims of certificates, the storefront page, imports, counted visits, reports."""

from sellers.models.application import CertificateClaim, SellerApplication, SuspensionNotice
from sellers.models.importing import ImportRow, ListingImport
from sellers.models.report import ListingReport
from sellers.models.storefront import FormerSlug, Storefront
from sellers.models.visits import DailyViews, FoundByWords

__all__ = [
    "CertificateClaim",
    "DailyViews",
    "FormerSlug",
    "FoundByWords",
    "ImportRow",
    "ListingImport",
    "ListingReport",
    "SellerApplication",
    "Storefront",
    "SuspensionNotice",
]
