"""Calendar dates as acts print them."""

from __future__ import annotations

import datetime as dt

import regex

from adilet_parser.language.kazakh import MONTH, MONTHS

# "2019 жылғы 28 қаңтардағы", '2019 жылғы "28" қаңтардағы', "2019 жылы 12 ақпанда", "2018 жылдың 3 наурызында"
YEAR_FIRST = rf"(?P<y1>\d{{4}})\s+жыл(?:[ғг]ы|ы|дың)\s+[\"«]?(?P<d1>\d{{1,2}})[\"»]?\s+(?P<m1>{MONTH})\p{{Ll}}*"
# '«29» қарашадағы 2012 жылғы'
DAY_FIRST = rf"[\"«]?(?P<d2>\d{{1,2}})[\"»]?\s+(?P<m2>{MONTH})\p{{Ll}}*\s+(?P<y2>\d{{4}})\s+жыл(?:ғы|ы)"
# "31.01.2020", "04.12.2014 ж."
NUMERIC = r"(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>\d{4})(?:\s?ж\.|\s+жылғы)?"
# "2012.06.25", "2007.01.24.", and with the day before the month "2016.14.04."
NUMERIC_YEAR_FIRST = r"(?P<y4>\d{4})\.(?P<m4>\d{1,2})\.(?P<d4>\d{1,2})\.?"
# "2015 ж. 08.06"
YEAR_APART = r"(?P<y5>\d{4})\s?ж\.\s?(?P<d5>\d{1,2})\.(?P<m5>\d{1,2})"
WRITTEN = f"(?:{YEAR_FIRST}|{DAY_FIRST})"
ANY = f"(?:{WRITTEN}|{NUMERIC}|{NUMERIC_YEAR_FIRST}|{YEAR_APART})"
DATE = regex.compile(ANY, regex.IGNORECASE)


def iso_of(match: regex.Match[str]) -> str | None:
    """The ISO date of a match of one of the patterns above; null if there is no such day. A month above 12 is the day.

    >>> iso_of(DATE.search("2019 жылғы 28 қаңтардағы")), iso_of(DATE.search("31.02.2020"))
    ('2019-01-28', None)
    """
    groups = match.groupdict()
    for n in "12345":
        if groups.get(f"y{n}"):
            month = groups[f"m{n}"]
            try:
                number = int(month) if month.isdigit() else MONTHS[month.casefold()]
                day = int(groups[f"d{n}"])
                if n == "4" and number > 12:
                    number, day = day, number
                return dt.date(int(groups[f"y{n}"]), number, day).isoformat()
            except ValueError:
                return None
    return None
