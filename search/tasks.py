"""The indexer: takes up what changed in the database, at least once and in order. Writes to the index and the marks.

A mark is a row whose `revision` is ahead of its `indexed_revision`, a tombstone, or a badge whose day has come. It is
cleared only after the index holds the change for good, and only up to the revision that was read; so a crash at any
point means that work is done again, never that it is lost.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Max

from accounts.models import Organization
from catalog.models import Product, RemovedProduct
from core import page_cache
from search.documents import SearchDocument, changes_on, documents_of, fact_rows
from search.engines.base import IndexWriter

_log = logging.getLogger(__name__)
BATCH = 500


@dataclass(frozen=True, slots=True)
class Drained:
    """What one round did."""

    written: int = 0
    removed: int = 0

    @property
    def total(self) -> int:
        """How many products the index learned of."""
        return self.written + self.removed


def bring_up_to_date(writer: IndexWriter, *, today: dt.date) -> Drained:
    """Builds the index anew where it is missing, broken or of another version, then takes up every mark there is."""
    if not writer.is_ready():
        _log.warning("The search index is missing, broken or of another version; building it anew.")
        rebuild(writer, today=today, progress=lambda _done, _total: None)
    return drain(writer, today=today)


def drain(writer: IndexWriter, *, today: dt.date) -> Drained:
    """Takes up every mark there is, in batches; each batch is in the index before its marks are cleared."""
    pass_on_makers()
    mark_due_badges(today=today)
    written = removed = 0
    while True:
        ids = list(Product.objects.behind_in_search().values_list("pk", flat=True)[:BATCH])
        stones = list(RemovedProduct.objects.order_by("pk").values_list("product_id", flat=True)[:BATCH])
        if not ids and not stones:
            break
        read = read_batch(ids, today=today)
        hidden = set(ids) - {document.id for document in read.documents}
        writer.write(read.documents, [*stones, *sorted(hidden)])
        clear_marks(read.revisions, today=today)
        RemovedProduct.objects.filter(product_id__in=stones).delete()
        written += len(read.documents)
        removed += len(stones) + len(hidden)
    if written or removed:
        page_cache.forget()
    return Drained(written, removed)


def pass_on_makers() -> None:
    """A change of a maker marks its products; the maker's own mark is cleared in the same transaction."""
    for maker_id, revision in Organization.objects.behind_in_search().values_list("pk", "revision").order_by("pk"):
        with transaction.atomic():
            Product.objects.filter(seller_id=maker_id).update(revision=F("revision") + 1)
            Organization.objects.filter(pk=maker_id).update(indexed_revision=revision)


def mark_due_badges(*, today: dt.date) -> int:
    """Products whose badge reads differently from today on are marked; returns how many."""
    return Product.objects.badge_due(today).update(revision=F("revision") + 1, badge_changes_on=None)


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """The documents of a batch, and the revision of each row (also of hidden ones) as it was before they were read."""

    documents: Sequence[SearchDocument]
    revisions: dict[int, tuple[int, dt.date | None]]


def read_batch(ids: Sequence[int], *, today: dt.date) -> ReadBatch:
    """Reads the revisions first: what changes while the rest is read stays marked."""
    revisions = dict(Product.objects.filter(pk__in=ids).values_list("pk", "revision"))
    rows = fact_rows(ids)
    due = {row.pk: changes_on(row, today=today) for row in rows}
    return ReadBatch(
        documents_of(rows, today=today), {pk: (revision, due.get(pk)) for pk, revision in revisions.items()}
    )


def clear_marks(revisions: dict[int, tuple[int, dt.date | None]], *, today: dt.date) -> None:
    """Records up to which revision each row is in the index, and the day its badge changes next."""
    by_value: dict[tuple[int, dt.date | None], list[int]] = {}
    for pk, value in revisions.items():
        by_value.setdefault(value, []).append(pk)
    with transaction.atomic():
        for (revision, day), ids in by_value.items():
            rows = Product.objects.filter(pk__in=ids, indexed_revision__lt=revision)
            rows.update(indexed_revision=revision, badge_changes_on=day)


def clear_makers(makers: Sequence[tuple[int, int]]) -> None:
    """Records which revision of each maker (id, revision) is in the index with its products, so that it need not be
    passed on to them."""
    by_revision: dict[int, list[int]] = {}
    for pk, revision in makers:
        by_revision.setdefault(revision, []).append(pk)
    for revision, ids in by_revision.items():
        for start in range(0, len(ids), BATCH):
            rows = Organization.objects.filter(pk__in=ids[start : start + BATCH], indexed_revision__lt=revision)
            rows.update(indexed_revision=revision)


def rebuild(writer: IndexWriter, *, today: dt.date, progress: Callable[[int, int], None]) -> int:
    """Builds a new index from the whole catalogue and swaps it in; what changes meanwhile stays marked.

    `progress(done, all)` is called after each batch. Returns the number of documents.
    """
    everything = Product.objects.visible()
    number = everything.count()
    last = everything.aggregate(last=Max("pk"))["last"] or 0
    revisions: dict[int, tuple[int, dt.date | None]] = {}
    makers = list(Organization.objects.behind_in_search().order_by("pk").values_list("pk", "revision"))

    def batches() -> Iterator[Sequence[SearchDocument]]:
        start, done = 0, 0
        while start < last:
            ids = list(everything.filter(pk__gt=start).order_by("pk").values_list("pk", flat=True)[:BATCH])
            if not ids:
                return
            start = ids[-1]
            read = read_batch(ids, today=today)
            revisions.update(read.revisions)
            yield read.documents
            done += len(ids)
            progress(min(done, number), number)

    written = writer.rebuild(batches())
    items = list(revisions.items())
    for start in range(0, len(items), BATCH):
        clear_marks(dict(items[start : start + BATCH]), today=today)
    clear_makers(makers)
    page_cache.forget()
    return written
