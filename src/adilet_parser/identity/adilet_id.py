"""Ids of documents in Әділет, computed from issuer, year and number; what rests on little is called doubtful."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import regex

from adilet_parser.identity.regions import Region, district_of, region_of

Basis = Literal["registration_number", "act_number", "known_act"]
Certainty = Literal["sure", "doubtful"]
URL = "https://adilet.zan.kz/kaz/docs/{}"
DIGITS = regex.compile(r"\d+")
# City and district offices before 2011 numbered like "12-2-188": only the last part is in the id.
THREE_PARTS = regex.compile(r"^\d+-\d+-(?P<last>\d+)$")
GOVERNMENT = regex.compile(r"Үкіметі$", regex.IGNORECASE)
PRESIDENT = regex.compile(r"Президенті$", regex.IGNORECASE)
CENTRAL = regex.compile(r"(?:министр|агентті|комитет|төраға|банк|сот|кеңес|прокурор)", regex.IGNORECASE)
COUNTRY = regex.compile(r"^(?:қазақстан республикасы(?:ның)?|қр)\s+(?=\S+ кодекс)")
WORDS = regex.compile(r"\p{L}+")
SWITCH = 2010
"""The year in which ids of central acts went from seven digits and a low line to eight digits."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An id, where it leads, what it was computed from, and whether it can be relied on."""

    adilet_id: str
    basis: Basis
    certainty: Certainty

    @property
    def url(self) -> str:
        """The document's page."""
        return URL.format(self.adilet_id)


def identify(
    act_type: str | None,
    issuer: str | None,
    adopted_on: str | None,
    number: str | None,
    registration_number: str | None,
    title: str | None = None,
) -> Identity | None:
    """The id of an act; null where it cannot be computed.

    >>> identify("order", "Қазақстан Республикасы Денсаулық сақтау министрі", "2015-04-27", "272", "11304").adilet_id
    'V1500011304'
    >>> identify("resolution", "Алматы облысы әкімдігі", "2019-01-28", "43", "5055").adilet_id
    'V19D0005055'
    """
    if act_type in {"law", "code"}:
        return _known(act_type, adopted_on, title) or _central("Z" if act_type == "law" else "K", adopted_on, number)
    if adopted_on is None or issuer is None:
        return None
    year = int(adopted_on[:4])
    region = region_of(issuer, year)
    if region is not None:
        return _local(issuer, year, region, registration_number)
    if GOVERNMENT.search(issuer) and act_type == "resolution":
        return _central("P", adopted_on, number)
    if PRESIDENT.search(issuer) and act_type == "decree":
        return _central("U", adopted_on, number)
    if registration_number and CENTRAL.search(issuer):
        return _ministry(adopted_on, registration_number)
    return None


def _local(issuer: str, year: int, region: Region, registration_number: str | None) -> Identity | None:
    """Akimats and maslikhats: by their number in the register."""
    if registration_number is None:
        return None
    below, district = district_of(issuer, region)
    if below and district is None:
        return None
    old = THREE_PARTS.match(registration_number)
    digits = old["last"] if old else "".join(DIGITS.findall(registration_number))
    block = region.letter + (district or "")
    width = 11 - 3 - len(block)
    doubtful = below or year >= 2021 or year < 2011 or len(digits) > width
    return Identity(
        f"V{year % 100:02}{block}{digits[:width].zfill(width)}",
        "registration_number",
        "doubtful" if doubtful else "sure",
    )


def _ministry(adopted_on: str, registration_number: str) -> Identity | None:
    digits = "".join(DIGITS.findall(registration_number))
    if not digits or len(digits) > 8:
        return None
    year, month = int(adopted_on[:4]), int(adopted_on[5:7])
    if (year, month) < (SWITCH, 8):
        return Identity(
            f"V{year % 100:02}{digits.zfill(7)}_", "registration_number", "doubtful" if year < 2005 else "sure"
        )
    # Adopted between August and November 2010 the form is not known; one order of December 2014 is an exception.
    doubtful = (SWITCH, 8) <= (year, month) < (SWITCH, 11) or (year, month) == (2014, 12)
    return Identity(f"V{year % 100:02}{digits.zfill(8)}", "registration_number", "doubtful" if doubtful else "sure")


def _central(letter: str, adopted_on: str | None, number: str | None) -> Identity | None:
    """Laws, codes, Government resolutions and decrees: by their own number, the convocation left out."""
    digits = DIGITS.search(number or "")
    if adopted_on is None or digits is None:
        return None
    year = int(adopted_on[:4])
    if year < SWITCH:
        return Identity(f"{letter}{year % 100:02}{digits.group().zfill(7)}_", "act_number", "sure")
    if year == SWITCH:
        # Somewhere in this year the form changed.
        return None
    return Identity(f"{letter}{year % 100:02}{digits.group().zfill(8)}", "act_number", "sure")


def _key(title: str) -> str:
    """A title without marks, case, and the country's name: "Қазақстан Республикасының Еңбек кодексі" -> "еңбек кодексі"."""
    return " ".join(WORDS.findall(COUNTRY.sub("", title.casefold())))


@cache
def _table() -> dict[tuple[str, str], list[dict[str, str]]]:
    rows: list[dict[str, str]] = json.loads(
        files("adilet_parser.identity").joinpath("known_acts.json").read_text(encoding="utf-8")
    )
    table: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        table.setdefault((row["type"], _key(row["title"])), []).append(row)
    return table


def _known(act_type: str, adopted_on: str | None, title: str | None) -> Identity | None:
    """A much-cited law or code by its title, and by its date where one is printed."""
    rows = _table().get((act_type, _key(title or "")), [])
    if adopted_on is not None:
        rows = [row for row in rows if row["adopted_on"] == adopted_on]
    if len(rows) != 1:
        return None
    sure = rows[0]["source"] == "seen" and adopted_on is not None
    return Identity(rows[0]["id"], "known_act", "sure" if sure else "doubtful")


def number_of(act_type: str, adopted_on: str | None, title: str | None) -> str | None:
    """The number of a known law or code that is cited by its title."""
    rows = [row for row in _table().get((act_type, _key(title or "")), []) if adopted_on in (None, row["adopted_on"])]
    return rows[0]["number"] if len(rows) == 1 else None
