"""Badges in words: every state, and what is not known stays unsaid."""

import datetime as dt

import pytest

from catalog.badge import CertificateFacts, badge
from catalog.templatetags import badges

TODAY = dt.date(2026, 11, 25)
EXACT = CertificateFacts(stars=4, issued_on=dt.date(2025, 6, 19), decision_no="858/QĐ-UBND", verified_on=TODAY)
YEAR_VALID = CertificateFacts(stars=4, issued_year=2025)
YEAR_ENDS = CertificateFacts(stars=5, issued_year=2023)
EXPIRED = CertificateFacts(stars=4, issued_on=dt.date(2022, 8, 22), decision_no="1693/QĐ-UBND")
YEAR_EXPIRED = CertificateFacts(stars=3, issued_year=2020)
WITHDRAWN = CertificateFacts(stars=3, issued_on=dt.date(2025, 1, 1), withdrawn_on=dt.date(2026, 3, 2))
GRACE = CertificateFacts(stars=4, issued_on=dt.date(2023, 10, 2), reevaluation_filed_on=dt.date(2026, 5, 1))
UNDATED = CertificateFacts(stars=4)
UNKNOWN = CertificateFacts()


@pytest.mark.parametrize(
    ("facts", "look", "short", "long"),
    [
        (EXACT, "valid", "hiệu lực đến 06/2028", "còn hiệu lực đến 19/06/2028"),
        (YEAR_VALID, "valid", "hiệu lực đến năm 2028", "còn hiệu lực đến năm 2028, ngày chưa rõ"),
        (YEAR_ENDS, "year", "hết hạn trong năm 2026", "cấp năm 2023, hết hạn trong năm 2026, ngày chưa rõ"),
        (EXPIRED, "expired", "hết hạn 22/08/2025", "hết hạn 22/08/2025"),
        (YEAR_EXPIRED, "expired", "hết hạn năm 2023", "hết hạn năm 2023"),
        (WITHDRAWN, "withdrawn", "đã thu hồi", "đã thu hồi ngày 02/03/2026"),
        (
            GRACE,
            "reevaluation",
            "đang đánh giá lại",
            "đang đánh giá lại, chạy tiếp đến khi có kết quả, muộn nhất 31/03/2027",
        ),
        (UNDATED, "none", "chưa rõ thời hạn", "chưa rõ thời hạn"),
        (UNKNOWN, "none", "chưa rõ hạng sao", "chưa rõ hạng sao, chưa rõ thời hạn"),
    ],
)
def test_words_of_a_badge_tell_state_and_no_invented_day(
    facts: CertificateFacts, look: str, short: str, long: str
) -> None:
    shown = badge(facts, TODAY)

    words = (badges.badge_look(shown), badges.badge_words_short(shown), badges.badge_words_long(shown))

    assert words == (look, short, long)


@pytest.mark.parametrize(
    ("facts", "title", "line"),
    [
        (EXACT, "Còn hiệu lực", "đến hết ngày 19/06/2028, còn 19 tháng"),
        (YEAR_VALID, "Còn hiệu lực", "cấp năm 2025, đến năm 2028, ngày chưa rõ"),
        (YEAR_ENDS, "Hết hạn trong năm nay, chưa rõ ngày", "cấp năm 2023, hết hạn trong năm 2026, ngày chưa rõ"),
        (EXPIRED, "Đã hết hạn", "hạn đến hết ngày 22/08/2025, chưa thấy công nhận lại"),
        (YEAR_EXPIRED, "Đã hết hạn", "hạn đến năm 2023, chưa thấy công nhận lại"),
        (WITHDRAWN, "Đã thu hồi", "từ ngày 02/03/2026"),
        (GRACE, "Đang đánh giá lại", "chạy tiếp đến khi có kết quả, muộn nhất 31/03/2027"),
        (UNDATED, "Chưa rõ thời hạn", "nguồn không ghi ngày, năm cấp"),
    ],
)
def test_answer_of_the_check_page(facts: CertificateFacts, title: str, line: str) -> None:
    shown = badge(facts, TODAY)

    answer = (badges.answer_title(shown), badges.answer_line(shown, TODAY))

    assert answer == (title, line)


def test_answer_in_the_last_days_counts_days() -> None:
    shown = badge(CertificateFacts(stars=3, issued_on=dt.date(2023, 12, 1)), TODAY)

    line = badges.answer_line(shown, TODAY)

    assert line == "đến hết ngày 01/12/2026, còn 6 ngày"


def test_badge_title_without_a_rank_names_no_stars() -> None:
    titles = [badges.badge_title(badge(facts, TODAY)) for facts in (EXACT, UNKNOWN)]

    assert titles == ["OCOP 4 sao", "OCOP"]


def test_stars_of_an_unknown_rank_draw_nothing() -> None:
    drawn = [badges.stars(None), badges.stars(4, 22)]

    assert drawn == ["", '<svg class="stars stars--22" aria-hidden="true"><use href="#stars-4"/></svg>']


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (EXACT, "Đã đối chiếu với quyết định"),
        (EXPIRED, "Nguồn công khai ghi số quyết định"),
        (UNDATED, "Nguồn chỉ nêu tên, không ghi số quyết định"),
    ],
)
def test_proof_words_tell_what_stands_behind(facts: CertificateFacts, words: str) -> None:
    shown = badge(facts, TODAY)

    proof = badges.proof_words(shown)

    assert proof == words


def test_states_and_tags_agree_for_every_state() -> None:
    shown = [badge(facts, TODAY) for facts in (EXACT, YEAR_ENDS, EXPIRED, GRACE, WITHDRAWN, UNDATED)]

    tints = [badges.badge_tag(one).tint for one in shown]

    assert tints == ["tag--ok", "", "", "tag--wait", "tag--bad", "tag--wait"]
