"""Facts to the database: new products many at once, known ones only where their row changed. One transaction.

The rules of who may overwrite what are in docs/adr/0007-import.md. Stars, prices and products go through the services.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from accounts.models import Organization
from catalog.importing import matching, updating
from catalog.importing.facts import ProductFacts
from catalog.importing.makers import MakerBook
from catalog.importing.questions import ask_about_makers, ask_about_rows, ask_about_values
from catalog.models import Product, ProductVariant
from catalog.services import certificates, makers, products, variants
from core.errors import DomainError

_CHUNK = 500
Progress = Callable[[int], None]


@dataclass(slots=True)
class Written:
    """What became of the rows. `failed` are rows that the database itself refused, with its words."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    nameless: int = 0
    makers_created: int = 0
    new_questions: int = 0
    failed: list[tuple[ProductFacts, str]] = field(default_factory=list)
    conflicts: list[updating.Conflict] = field(default_factory=list)


def write_rows(
    rows: Sequence[ProductFacts],
    *,
    source_file: str,
    look_for_similar: bool = True,
    progress: Progress | None = None,
) -> Written:
    """Stores the rows of one file in one transaction; each row wholly or not at all. Doing it again changes nothing.

    `progress` is called with the number of rows done. A row that the database refuses does not stop the others.
    """
    done = Written()
    with transaction.atomic():
        named = [row for row in rows if row.name]
        done.nameless = len(rows) - len(named)
        pairs = matching.pair(named, _known(named, source_file), source_file=source_file)
        _free_moved_rows(named, pairs, source_file)
        new = [row for at, row in enumerate(named) if at not in pairs]
        created = _create(new, source_file, done, progress)
        _update([(row, pairs[at]) for at, row in enumerate(named) if at in pairs], source_file, done, progress)
        done.new_questions += ask_about_rows(rows, source_file=source_file)
        done.new_questions += ask_about_values(done.conflicts, source_file=source_file)
        if look_for_similar:
            done.new_questions += ask_about_makers(created)
    return done


def _known(rows: Sequence[ProductFacts], source_file: str) -> list[matching.Known]:
    keys = sorted({row.key for row in rows})
    columns = ("pk", "source_key", "source_digest", "source_file", "source_row", "name", "seller__name")
    codes = ("province_id", "old_province_id", "commune_id", "category_id")
    found: dict[int, matching.Known] = {}

    def keep(stored: QuerySet[Product]) -> None:
        for told in stored.values_list(*columns, *codes):
            pk, key, digest, file, number, name, maker, *codes_now = told
            found[pk] = matching.Known(pk, key, digest, file, number, name, maker or "", tuple(codes_now))

    keep(Product.objects.filter(source_file=source_file, source_row__isnull=False))
    for start in range(0, len(keys), _CHUNK):
        keep(Product.objects.filter(source_key__in=keys[start : start + _CHUNK]))
    return list(found.values())


def _free_moved_rows(rows: Sequence[ProductFacts], pairs: dict[int, matching.Known], source_file: str) -> None:
    """Takes the row number from products of this file that no longer stand there, before others get those numbers."""
    stays = {known.pk for at, known in pairs.items() if known.source_row == rows[at].row}
    paired = {known.pk for known in pairs.values()}
    held = Product.objects.filter(source_file=source_file, source_row__isnull=False).values_list("pk", "source_row")
    wanted = {row.row for row in rows}
    moved = [pk for pk, number in held if pk not in stays and (number in wanted or pk in paired)]
    for start in range(0, len(moved), _CHUNK):
        Product.objects.filter(pk__in=moved[start : start + _CHUNK]).update(source_row=None)


def _create(
    rows: Sequence[ProductFacts], source_file: str, done: Written, progress: Progress | None
) -> list[Organization]:
    """Stores new products with their makers; the makers that are new."""
    if not rows:
        return []
    book = MakerBook()
    slugs = set(Product.objects.values_list("slug", flat=True))
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        sellers = [book.maker_of(row) for row in chunk]
        book.store()
        try:
            with transaction.atomic():
                _create_chunk(chunk, sellers, source_file, slugs)
            done.created += len(chunk)
        except (DatabaseError, DomainError):
            _create_one_by_one(chunk, sellers, source_file, slugs, done)
        if progress:
            progress(len(chunk))
    # A maker whose only row was refused must not stay behind without a product.
    kept = makers.delete_makers_without_goods(rows=book.created) if done.failed else book.created
    done.makers_created = len(kept)
    return kept


def _create_one_by_one(
    rows: Sequence[ProductFacts],
    sellers: Sequence[Organization | None],
    source_file: str,
    slugs: set[str],
    done: Written,
) -> None:
    """One row of the chunk was refused: finds out which, and stores the others."""
    for row, seller in zip(rows, sellers, strict=True):
        try:
            with transaction.atomic():
                _create_chunk([row], [seller], source_file, slugs)
            done.created += 1
        except (DatabaseError, DomainError) as error:
            done.failed.append((row, str(error)))


def _create_chunk(
    rows: Sequence[ProductFacts], sellers: Sequence[Organization | None], source_file: str, slugs: set[str]
) -> None:
    drafts = [_draft(row, seller, source_file) for row, seller in zip(rows, sellers, strict=True)]
    products.create_products(drafts=drafts, taken_slugs=slugs)
    pairs = list(zip(rows, drafts, strict=True))
    certificates.record_certificates(
        drafts=[
            certificates.draft_certificate(product=product, **updating.certificate_facts(row)) for row, product in pairs
        ]
    )
    variants.add_variants(
        drafts=[
            ProductVariant(
                product=product,
                name=row.pack_name,
                net_quantity=row.net_quantity,
                net_unit=row.net_unit,
                price_amount=row.price_amount,
            )
            for row, product in pairs
            if row.price_amount
        ]
    )


def _draft(row: ProductFacts, seller: Organization | None, source_file: str) -> Product:
    return Product(
        name=row.name,
        seller=seller,
        category_id=row.category,
        province_id=row.province,
        commune_id=row.commune,
        old_province_id=row.old_province,
        place_printed=row.place_printed,
        province_printed=row.province_printed,
        is_group_listing=row.is_group_listing,
        source=row.source,
        source_file=source_file,
        source_row=row.row,
        source_key=row.key,
        source_digest=row.digest,
    )


def _update(
    pairs: Sequence[tuple[ProductFacts, matching.Known]],
    source_file: str,
    done: Written,
    progress: Progress | None,
) -> None:
    rest = [(row, known.pk) for row, known in pairs if not known.is_as_told(row, source_file=source_file)]
    done.unchanged = len(pairs) - len(rest)
    if progress:
        progress(done.unchanged)
    for start in range(0, len(rest), _CHUNK):
        chunk = rest[start : start + _CHUNK]
        stored = Product.objects.select_related("seller").prefetch_related("certificates", "variants")
        by_pk = stored.in_bulk([pk for _row, pk in chunk])
        for row, pk in chunk:
            try:
                with transaction.atomic():
                    change = updating.update(by_pk[pk], row, source_file=source_file)
            except (DatabaseError, DomainError) as error:
                done.failed.append((row, str(error)))
                continue
            done.conflicts += change.conflicts
            done.changed += change.is_changed
            done.unchanged += not change.is_changed
        if progress:
            progress(len(chunk))
