"""Questions kept for a person."""

from catalog.models import ReviewItem
from tests.factories.numbers import next_number


def make_review_item(**facts) -> ReviewItem:
    """A stored open question."""
    number = next_number()
    defaults = {"reason": "unclear_value", "fingerprint": f"{number:064d}", "summary": f"Câu hỏi {number}"} | facts
    return ReviewItem.objects.create(**defaults)
