"""The badge of a certificate on a day: the state table, its edges, and what it never invents."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.badge import CertificateFacts, Proof, State, badge, end_of, law_of, months_later

TODAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (CertificateFacts(), State.UNDATED),
        (CertificateFacts(stars=4), State.UNDATED),
        (CertificateFacts(issued_year=2023), State.DAY_UNKNOWN),
        (CertificateFacts(issued_year=2024), State.VALID),
        (CertificateFacts(issued_year=2022), State.EXPIRED),
        (CertificateFacts(issued_on=dt.date(2023, 11, 25)), State.VALID),
        (CertificateFacts(issued_on=dt.date(2023, 11, 24)), State.EXPIRED),
        (
            CertificateFacts(issued_on=dt.date(2023, 11, 24), reevaluation_filed_on=dt.date(2026, 5, 1)),
            State.REEVALUATION,
        ),
        (CertificateFacts(issued_on=dt.date(2023, 11, 24), reevaluation_filed_on=dt.date(2026, 11, 25)), State.EXPIRED),
        (
            CertificateFacts(issued_on=dt.date(2023, 5, 29), reevaluation_filed_on=dt.date(2026, 1, 5)),
            State.REEVALUATION,
        ),
        (CertificateFacts(issued_on=dt.date(2023, 5, 28), reevaluation_filed_on=dt.date(2026, 1, 5)), State.EXPIRED),
        (CertificateFacts(issued_year=2023, reevaluation_filed_on=dt.date(2026, 1, 5)), State.REEVALUATION),
        (CertificateFacts(issued_on=dt.date(2025, 1, 1), reevaluation_filed_on=dt.date(2026, 1, 5)), State.VALID),
        (CertificateFacts(issued_on=dt.date(2025, 1, 1), ends_on=dt.date(2026, 1, 1)), State.EXPIRED),
        (CertificateFacts(issued_on=dt.date(2025, 1, 1), withdrawn_on=dt.date(2026, 11, 25)), State.WITHDRAWN),
        (CertificateFacts(issued_on=dt.date(2025, 1, 1), withdrawn_on=dt.date(2026, 11, 26)), State.VALID),
        (CertificateFacts(withdrawn_on=dt.date(2026, 1, 1)), State.WITHDRAWN),
    ],
)
def test_badge_state_is_the_first_that_applies(facts: CertificateFacts, state: State) -> None:
    assert badge(facts, TODAY).state is state


def test_badge_of_a_year_alone_invents_no_date() -> None:
    shown = badge(CertificateFacts(stars=3, issued_year=2023), TODAY)

    assert (shown.issued_on, shown.ends_on, shown.issued_year, shown.ends_year) == (None, None, 2023, 2026)


def test_badge_without_a_certificate_has_no_stars() -> None:
    shown = badge(None, TODAY)

    assert (shown.state, shown.stars, shown.proof) == (State.UNDATED, None, Proof.REPORTED)


@pytest.mark.parametrize(
    ("facts", "proof"),
    [
        (CertificateFacts(decision_no="86/QĐ-UBND", verified_on=TODAY), Proof.CHECKED),
        (CertificateFacts(decision_no="86/QĐ-UBND"), Proof.PRINTED),
        (CertificateFacts(), Proof.REPORTED),
    ],
)
def test_badge_proof_tells_what_stands_behind(facts: CertificateFacts, proof: Proof) -> None:
    assert badge(facts, TODAY).proof is proof


def test_end_of_the_29th_of_february_is_the_28th() -> None:
    assert end_of(dt.date(2024, 2, 29)) == dt.date(2027, 2, 28)
    assert months_later(dt.date(2026, 12, 31), 2) == dt.date(2027, 2, 28)


@pytest.mark.parametrize(
    ("issued_on", "issued_year", "law"),
    [
        (None, 2018, ""),
        (None, 2019, ""),
        (None, 2021, "1048"),
        (None, 2023, ""),
        (None, 2025, "148"),
        (None, 2026, ""),
        (dt.date(2019, 8, 20), 2019, ""),
        (dt.date(2019, 8, 21), 2019, "1048"),
        (dt.date(2023, 2, 24), 2023, "148"),
        (dt.date(2026, 6, 1), 2026, ""),
        (dt.date(2026, 8, 1), 2026, "26/2026"),
    ],
)
def test_law_is_named_only_where_the_date_leaves_no_doubt(
    issued_on: dt.date | None, issued_year: int | None, law: str
) -> None:
    assert law_of(issued_on=issued_on, issued_year=issued_year) == law


days = st.dates(dt.date(2018, 1, 1), dt.date(2030, 12, 31))
maybe_day = st.none() | days


@given(
    issued_on=maybe_day,
    issued_year=st.none() | st.integers(2018, 2027),
    withdrawn_on=maybe_day,
    filed_on=maybe_day,
    today=days,
)
def test_badge_changes_on_its_day_and_not_before(
    issued_on: dt.date | None,
    issued_year: int | None,
    withdrawn_on: dt.date | None,
    filed_on: dt.date | None,
    today: dt.date,
) -> None:
    facts = CertificateFacts(
        issued_on=issued_on,
        issued_year=issued_on.year if issued_on else issued_year,
        withdrawn_on=withdrawn_on,
        reevaluation_filed_on=filed_on,
    )

    shown = badge(facts, today)

    if shown.changes_on:
        assert shown.changes_on > today
        eve = shown.changes_on - dt.timedelta(days=1)
        assert badge(facts, eve).state is shown.state
        assert badge(facts, shown.changes_on).state is not shown.state
    else:
        assert badge(facts, today + dt.timedelta(days=5000)).state is shown.state
