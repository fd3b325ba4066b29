"""The words that say what a drawn picture shows, in the language of the page."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog import vocabulary
from core import vietnamese


def subject(name: str) -> str:
    """What the picture of this product shows, in Vietnamese: the kind of goods ("nước mắm"), else the name itself."""
    main = vocabulary.load().kinds_of_product(name).main
    return vocabulary.load().kind(main).name if main else vietnamese.nfc(name).strip()


def alt(name: str) -> str:
    """The text for those who do not see the picture: "Hình vẽ minh họa: nước mắm", "Illustration: fish sauce"."""
    goods = subject(name)
    if (get_language() or "vi").startswith("en"):
        goods = _english(name) or goods
    return _("Hình vẽ minh họa: %(goods)s") % {"goods": goods}


def _english(name: str) -> str:
    """The English word for the kind, or for the nearest family that has one."""
    words = vocabulary.load()
    main = words.kinds_of_product(name).main
    for code in (main, *words.ancestors(main)) if main else ():
        if words.kind(code).english:
            return words.kind(code).english[0]
    return ""
