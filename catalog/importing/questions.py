"""What an import cannot decide, as questions for a person: rows without a product, unclear values, similar makers."""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounts.models import Organization
from catalog.importing import similar
from catalog.importing.facts import ProductFacts, Question
from catalog.importing.updating import Conflict
from catalog.models import ReviewItem, ReviewReason
from catalog.services import reviews


def ask_about_rows(rows: Sequence[ProductFacts], *, source_file: str) -> int:
    """Keeps rows that name no product, and values that can be read in several ways; how many questions are new."""
    drafts: list[ReviewItem] = []
    nameless: dict[str, int] = defaultdict(int)
    shared: dict[Question, list[ProductFacts]] = defaultdict(list)
    for row in rows:
        if not row.name:
            nameless[row.key] += 1
            drafts.append(_nameless(row, nameless[row.key], source_file))
        for question in row.questions:
            if question.is_shared:
                shared[question].append(row)
            else:
                drafts.append(_unclear(question, [row], source_file))
    drafts += [_unclear(question, asking, source_file) for question, asking in shared.items()]
    return reviews.ask(drafts=drafts)


def _nameless(row: ProductFacts, number: int, source_file: str) -> ReviewItem:
    told = {
        "maker": row.maker,
        "place": row.place_printed,
        "province": row.province_printed,
        "stars": row.stars,
        "year": row.issued_year,
        "decision": row.decision_printed,
        "source": row.source,
    }
    return reviews.draft_question(
        reason=ReviewReason.NO_PRODUCT_NAME,
        about=(row.key, str(number)),
        summary=_("%(maker)s (%(place)s): nguồn không nêu tên sản phẩm")
        % {"maker": row.maker or "?", "place": ", ".join(filter(None, (row.place_printed, row.province_printed)))},
        details=told,
        source_file=source_file,
        source_row=row.row,
    )


def _unclear(question: Question, rows: Sequence[ProductFacts], source_file: str) -> ReviewItem:
    about = (question.column, question.value) if question.is_shared else (question.column, question.value, rows[0].key)
    return reviews.draft_question(
        reason=ReviewReason.SIMILAR_MAKER if question.is_about_maker else ReviewReason.UNCLEAR_VALUE,
        about=about,
        summary=f"{question.column}: “{question.value}”: {question.reason}",
        details={
            "column": question.column,
            "value": question.value,
            "reason": question.reason,
            "rows": [{"row": row.row, "name": row.printed_name or row.name, "maker": row.maker} for row in rows],
        },
        source_file=source_file,
        source_row=rows[0].row,
    )


def ask_about_values(conflicts: Sequence[Conflict], *, source_file: str) -> int:
    """Keeps contradictions between two files about one product."""
    drafts = [
        reviews.draft_question(
            reason=ReviewReason.UNCLEAR_VALUE,
            about=(source_file, conflict.row.key, conflict.column, conflict.stored, conflict.told),
            summary=_("%(product)s: hai nguồn ghi khác nhau (%(stored)s, %(told)s)")
            % {"product": conflict.product, "stored": conflict.stored, "told": conflict.told},
            details={"column": conflict.column, "stored": conflict.stored, "told": conflict.told},
            source_file=source_file,
            source_row=conflict.row.row,
        )
        for conflict in conflicts
    ]
    return reviews.ask(drafts=drafts)


def ask_about_makers(created: Sequence[Organization]) -> int:
    """Keeps pairs of makers that may be one, where at least one of the two is new."""
    if not created:
        return 0
    rows = list(Organization.objects.producers().order_by("pk"))
    by_pk = {row.pk: row for row in rows}
    makers = [
        similar.Maker(row.pk, row.name, f"{row.place_printed}, {row.province_printed}", row.province_id) for row in rows
    ]
    drafts = []
    for one, other in similar.pairs(makers, new={row.pk for row in created}):
        names = [f"{maker.name} ({maker.place.strip(', ')})" for maker in (one, other)]
        drafts.append(
            reviews.draft_question(
                reason=ReviewReason.SIMILAR_MAKER,
                about=sorted(f"{maker.name}\x1f{maker.place}" for maker in (one, other)),
                summary=" / ".join(names),
                details={"makers": [by_pk[one.number].slug, by_pk[other.number].slug], "names": names},
            )
        )
    return reviews.ask(drafts=drafts)
