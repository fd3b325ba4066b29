"""schema.org data of a page as JSON-LD. Pure: plain values in, one string out, safe inside a script element.

An Offer is written for real prices only; a certification only with what its record says.
"""

import json
from typing import Any

from catalog.badge import Badge

_CONTEXT = "https://schema.org"
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def render(*things: dict[str, Any]) -> str:
    """One JSON-LD document of all things; no text in it can end the script element."""
    graph = [_without_empty(thing) for thing in things]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False).translate(_ESCAPES)


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        cleaned = {key: _without_empty(inner) for key, inner in value.items()}
        return {key: inner for key, inner in cleaned.items() if inner not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value]
    return value


def breadcrumb(steps: list[tuple[str, str]]) -> dict[str, Any]:
    """BreadcrumbList of (label, absolute address)."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": label, "item": address}
            for number, (label, address) in enumerate(steps, start=1)
        ],
    }


def organization(*, name: str, url: str, locality: str = "", region: str = "") -> dict[str, Any]:
    """A maker, with its place and no contact that no source gives."""
    address = {"@type": "PostalAddress", "addressLocality": locality, "addressRegion": region, "addressCountry": "VN"}
    return {"@type": "Organization", "@id": url, "name": name, "url": url, "address": address}


def certification(badge: Badge, *, decision_no: str, issuer: str, url: str) -> dict[str, Any] | None:
    """Certification of a product whose stars are known; status only where it is certain today."""
    if badge.stars is None:
        return None
    status = {"valid": "CertificationActive", "expired": "CertificationInactive", "withdrawn": "CertificationInactive"}
    state = status.get(badge.state)
    return {
        "@type": "Certification",
        "name": f"OCOP {badge.stars} sao",
        "url": url,
        "certificationIdentification": decision_no,
        "certificationRating": {"@type": "Rating", "ratingValue": badge.stars, "bestRating": 5},
        "certificationStatus": f"{_CONTEXT}/{state}" if state else None,
        "issuedBy": {"@type": "Organization", "name": issuer} if issuer else None,
        "validFrom": badge.issued_on.isoformat() if badge.issued_on else None,
        "expires": badge.ends_on.isoformat() if badge.ends_on else None,
    }


def product(
    *,
    name: str,
    url: str,
    image: str,
    maker: dict[str, Any] | None,
    category: str,
    certificate: dict[str, Any] | None,
    offers: list[dict[str, Any]],
) -> dict[str, Any]:
    """A product with its certification; `offers` holds real prices only."""
    return {
        "@type": "Product",
        "@id": url,
        "name": name,
        "url": url,
        "image": image,
        "category": category,
        "countryOfOrigin": {"@type": "Country", "name": "VN"},
        "manufacturer": maker,
        "hasCertification": certificate,
        "offers": offers,
    }


def offer(*, price_amount: int, url: str, in_stock: bool | None) -> dict[str, Any]:
    """An Offer in whole đồng. Availability is left out where no stock is recorded."""
    availability = None if in_stock is None else f"{_CONTEXT}/{'InStock' if in_stock else 'OutOfStock'}"
    return {
        "@type": "Offer",
        "price": price_amount,
        "priceCurrency": "VND",
        "url": url,
        "availability": availability,
    }


def website(*, name: str, url: str, search_url: str) -> dict[str, Any]:
    """The site itself, with the address of its search."""
    return {
        "@type": "WebSite",
        "name": name,
        "url": url,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search_url}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def absolute(steps: list[tuple[str, str]], *, site_url: str) -> list[tuple[str, str]]:
    """Breadcrumb steps with absolute addresses."""
    return [(label, site_url + path) for label, path in steps]
