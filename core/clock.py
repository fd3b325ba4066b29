"""The day of the site: it begins and ends in Asia/Ho_Chi_Minh, wherever the server stands."""

import datetime as dt
from zoneinfo import ZoneInfo

HO_CHI_MINH = ZoneInfo("Asia/Ho_Chi_Minh")


def today(now: dt.datetime | None = None) -> dt.date:
    """The date in Viet Nam at `now` (an aware time; the present one when left out)."""
    moment = now if now is not None else dt.datetime.now(tz=dt.UTC)
    return moment.astimezone(HO_CHI_MINH).date()
