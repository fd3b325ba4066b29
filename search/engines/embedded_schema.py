"""The embedded index's fields, and how a neutral document becomes one of its documents. No searching here."""

import tantivy

from search.documents import SearchDocument
from search.words import BEGIN, END

TEXTS = ("name", "maker", "place")
COUNTED_CODES = ("province", "old", "commune", "state")
OTHER_CODES = ("category", "kind", "has", "made_of", "quality", "leaf", "district", "form")
NUMBERS = ("stars", "maker")
SORT_KEYS = ("by_stars", "by_issued", "by_price", "by_price_down")
BRANCH = "branch"  # all codes of the category in one, from the sector down: one value is counted several times faster
BRANCH_SIGN = "/"
CODE_SUFFIX = "_code"  # a text field and a code field may bear one name ("maker")

_HIGH = 30  # bits of a sort key's first part
_WORTH_BITS, _ID_BITS = 14, 20


def code_field(name: str) -> str:
    """The index's name of a code or number field."""
    return name + CODE_SUFFIX


def build() -> tantivy.Schema:
    """The schema; whatever changes here needs another SCHEMA number in documents.py."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="given", index_option="position")
        builder.add_text_field(f"{name}_f", tokenizer_name="given", index_option="position")
    for name in COUNTED_CODES:
        builder.add_text_field(code_field(name), tokenizer_name="raw", index_option="basic", fast=True)
    for name in OTHER_CODES:
        builder.add_text_field(code_field(name), tokenizer_name="raw", index_option="basic")
    builder.add_text_field(BRANCH, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        builder.add_unsigned_field(code_field(name), indexed=True, fast=True)
    builder.add_unsigned_field("price", indexed=True, fast=True)
    for name in SORT_KEYS:
        builder.add_unsigned_field(name, fast=True)
    builder.add_text_field("by_name", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_float_field("worth", fast=True)
    return builder.build()


def register(index: tantivy.Index) -> None:
    """Tells an opened index how texts are cut: they come cut already, with single spaces."""
    index.register_tokenizer("given", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def row(document: SearchDocument) -> tantivy.Document:
    """The index's document."""
    made = tantivy.Document()
    made.add_unsigned("id", document.id)
    for name, words in document.texts.items():
        made.add_text(name, " ".join(words))
    for name in (*COUNTED_CODES, *OTHER_CODES):
        for value in document.codes.get(name, ()):
            made.add_text(code_field(name), value)
    made.add_text(BRANCH, BRANCH_SIGN.join(document.codes.get("category", ())))
    numbers = document.numbers
    made.add_unsigned(code_field("stars"), numbers["stars"])
    if numbers["maker"]:
        made.add_unsigned(code_field("maker"), numbers["maker"])
    price = numbers["price"]
    if price:
        made.add_unsigned("price", price)
    made.add_unsigned("by_stars", _key(numbers["stars"], document))
    made.add_unsigned("by_issued", _key(numbers["issued"], document))
    made.add_unsigned("by_price", _key(price or _most(), document, turned=True))
    made.add_unsigned("by_price_down", _key(price, document))
    made.add_text("by_name", f"{document.name_key}!{document.id:012d}")
    made.add_float("worth", 1.0 + document.worth / 100)
    return made


def _most() -> int:
    return (1 << _HIGH) - 1


def _key(first: int, document: SearchDocument, *, turned: bool = False) -> int:
    """One number that sorts by `first`, then by worth, then by id; `turned` for an order from low to high."""
    worth = int(document.worth * ((1 << _WORTH_BITS) - 1))
    last = document.id & ((1 << _ID_BITS) - 1)
    if turned:
        worth = ((1 << _WORTH_BITS) - 1) - worth
    else:
        last = ((1 << _ID_BITS) - 1) - last
    return (min(first, _most()) << (_WORTH_BITS + _ID_BITS)) | (worth << _ID_BITS) | last


def is_word(term: str) -> bool:
    """Whether a term of a name is a word and no frame of a part."""
    return term not in (BEGIN, END)
