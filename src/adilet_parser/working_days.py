"""Durations -> dates, by Kazakhstan's calendar of holidays and moved days. Needs the extra `calendar`."""

from __future__ import annotations

import calendar
import datetime as dt
import math

from adilet_parser.model.records import Duration

LONGEST = 5000
"""More working days than this no act gives."""


def due_date(start: dt.date, duration: Duration) -> dt.date:
    """The day on which a duration that begins on `start` ends; the day of the event itself is not counted.

    Working days skip weekends, holidays and days off moved by the Government; calendar days, weeks, months and years do
    not. Hours, minutes and seconds end on the same day, half a day counts as one, half a month as 15 days. Raises ValueError for more than 5000 working days, ImportError without
    the package `holidays`.
    """
    day = start
    for part in duration.parts:
        if part.unit in {"hour", "minute", "second"}:
            continue
        if part.unit == "day" and part.calendar == "working":
            day = _after_working_days(day, math.ceil(part.amount))
        elif part.unit == "day":
            day += dt.timedelta(days=math.ceil(part.amount))
        elif part.unit == "week":
            day += dt.timedelta(days=math.ceil(7 * part.amount))
        else:
            day = _after_months(day, part.value * (12 if part.unit == "year" else 1))
            day += dt.timedelta(days=15 * part.half)
    return day


def is_working_day(day: dt.date) -> bool:
    """True for a day on which offices work, moved days included."""
    import holidays

    return bool(holidays.country_holidays("KZ", years=day.year).is_working_day(day))


def _after_working_days(day: dt.date, count: int) -> dt.date:
    import holidays

    if count > LONGEST:
        raise ValueError(f"{count} working days: no act gives more than {LONGEST}")
    off = holidays.country_holidays("KZ", years=range(day.year, day.year + count // 200 + 2))
    while count > 0:
        day += dt.timedelta(days=1)
        count -= bool(off.is_working_day(day))
    return day


def _after_months(day: dt.date, count: int) -> dt.date:
    """The same day of a later month, or its last day where it has no such day."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
