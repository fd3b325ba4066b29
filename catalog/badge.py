"""The badge: what a certificate and a date say. Pure, and the only place that decides a state.

Nobody types a badge. 36 months' validity: Decision 26/2026/QĐ-TTg, Art. 4(3); grace of at most 180 days
while a re-evaluation asked for in time is open: Art. 12(3).
"""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

VALID_MONTHS = 36
VALID_YEARS = 3
GRACE_DAYS = 180


class State(StrEnum):
    """The state of a certificate on a day. The first that applies, in this order."""

    WITHDRAWN = "withdrawn"
    UNDATED = "undated"
    EXPIRED = "expired"
    REEVALUATION = "reevaluation"
    DAY_UNKNOWN = "day_unknown"
    VALID = "valid"


class Proof(StrEnum):
    """What stands behind the certificate's data."""

    CHECKED = "checked"  # staff compared it with the decision
    PRINTED = "printed"  # the published source prints the decision's number
    REPORTED = "reported"  # the source only reports it


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What is known of one certificate; a date that no source gives stays None."""

    stars: int | None = None
    issued_on: dt.date | None = None
    issued_year: int | None = None
    ends_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    reevaluation_filed_on: dt.date | None = None
    decision_no: str = ""
    verified_on: dt.date | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """What is shown of a certificate on one day. `changes_on` is the next day on which the state may differ."""

    state: State
    stars: int | None
    proof: Proof
    issued_on: dt.date | None
    issued_year: int | None
    ends_on: dt.date | None
    ends_year: int | None
    grace_until: dt.date | None
    withdrawn_on: dt.date | None
    changes_on: dt.date | None
    code: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether the certificate surely holds today; a day that is unknown does not count."""
        return self.state is State.VALID


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day `months` later; the last day of the month where it has no such day (29/2 -> 28/2)."""
    month0 = day.month - 1 + months
    year, month = day.year + month0 // 12, month0 % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def end_of(issued_on: dt.date) -> dt.date:
    """The last day on which a certificate issued on that day holds (36 months, Art. 4(3))."""
    return months_later(issued_on, VALID_MONTHS)


def badge(facts: CertificateFacts | None, today: dt.date) -> Badge:
    """The badge of a certificate on a day; of no certificate at all: undated, without stars, only reported."""
    facts = facts or CertificateFacts()
    ends_on = facts.ends_on or (end_of(facts.issued_on) if facts.issued_on else None)
    issued_year = facts.issued_on.year if facts.issued_on else facts.issued_year
    ends_year = ends_on.year if ends_on else (issued_year + VALID_YEARS if issued_year else None)
    grace_until = _grace_end(facts, ends_on, ends_year)
    state, changes_on = _state(facts, ends_on, ends_year, grace_until, today)
    return Badge(
        state=state,
        stars=facts.stars,
        proof=_proof(facts),
        issued_on=facts.issued_on,
        issued_year=issued_year,
        ends_on=ends_on,
        ends_year=ends_year,
        grace_until=grace_until,
        withdrawn_on=facts.withdrawn_on,
        changes_on=changes_on,
        code=facts.code,
    )


def _proof(facts: CertificateFacts) -> Proof:
    if facts.verified_on:
        return Proof.CHECKED
    return Proof.PRINTED if facts.decision_no else Proof.REPORTED


def _grace_end(facts: CertificateFacts, ends_on: dt.date | None, ends_year: int | None) -> dt.date | None:
    """The last day of the grace: only where the re-evaluation was asked for while the certificate still held."""
    filed_on = facts.reevaluation_filed_on
    last_day = ends_on or (dt.date(ends_year, 12, 31) if ends_year else None)
    if not filed_on or not last_day or filed_on > last_day:
        return None
    return last_day + dt.timedelta(days=GRACE_DAYS)


def _state(
    facts: CertificateFacts,
    ends_on: dt.date | None,
    ends_year: int | None,
    grace_until: dt.date | None,
    today: dt.date,
) -> tuple[State, dt.date | None]:
    if facts.withdrawn_on and facts.withdrawn_on <= today:
        return State.WITHDRAWN, None
    if ends_year is None:
        return State.UNDATED, facts.withdrawn_on
    first_end, last_end = (ends_on, ends_on) if ends_on else (dt.date(ends_year, 1, 1), dt.date(ends_year, 12, 31))
    if today > (grace_until or last_end):
        return State.EXPIRED, facts.withdrawn_on
    one_day = dt.timedelta(days=1)
    # The end day itself is still covered; with only a year, the end may be any day from 1 January.
    surely_valid = today <= first_end if ends_on else today < first_end
    if surely_valid:
        state, next_day = State.VALID, (first_end + one_day if ends_on else first_end)
    elif grace_until:
        state, next_day = State.REEVALUATION, grace_until + one_day
    else:
        state, next_day = State.DAY_UNKNOWN, last_end + one_day
    return state, min(day for day in (next_day, facts.withdrawn_on) if day)


def law_of(*, issued_on: dt.date | None, issued_year: int | None) -> str:
    """The criteria a certificate was scored under, where its date leaves no doubt, else "".

    1048/QĐ-TTg (21/8/2019) until 148/QĐ-TTg (24/2/2023); then 26/2026/QĐ-TTg from 22/5/2026, with dossiers filed
    before that day finished under the old rules within 60 days (Art. 12(2)).
    """
    if issued_on is None:
        return "1048" if issued_year in (2020, 2021, 2022) else "148" if issued_year in (2024, 2025) else ""
    if dt.date(2019, 8, 21) <= issued_on < dt.date(2023, 2, 24):
        return "1048"
    if dt.date(2023, 2, 24) <= issued_on < dt.date(2026, 5, 22):
        return "148"
    return "26/2026" if issued_on > dt.date(2026, 7, 21) else ""
