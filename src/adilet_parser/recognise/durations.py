"""Lengths of time: "30 (отыз) минуттан аспайды", "күнтізбелік он күн өткен соң", "сол жұмыс күні"."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from adilet_parser.language.numerals import NUMBER_WORDS, value_of
from adilet_parser.model.problems import Problem, problem
from adilet_parser.model.records import Bound, Calendar, Duration, DurationPart, DurationRole, Unit
from adilet_parser.recognise.places import Place, Places

UNITS: dict[str, Unit] = {
    "минут": "minute", "сағат": "hour", "күн": "day", "тәулік": "day", "тәуліг": "day", "апта": "week", "ай": "month",
    "жыл": "year",
}  # fmt: skip
RANK: dict[Unit, int] = {"year": 6, "month": 5, "week": 4, "day": 3, "hour": 2, "minute": 1}
# Case endings of a unit: "минуттан", "күнінің", "сағатқа", "айға", "жұмыс күннің"; "он күндік мерзім"
UNIT_END = r"(?:і|ы)?(?:н|т|д)?(?:ан|ен|ың|ің|а|е|ға|ге|қа|ке|да|де)?(?:\b|(?<=\p{Ll})(?:дік|лық|дық|тық)(?=\s+мерзім))"
# One number with its unit; "(отыз)" and the kind of day may stand before or behind the number
PART = (
    r"(?:(?P<before>күнтізбелік|жұмыс)\s+)?"
    rf"(?P<number>(?<![\d.,/№]|[\p{{L}}\d]-)(?<!\d\s?[-–]\s?)\d{{1,4}}|\b{NUMBER_WORDS})(?![\d.,]\d)"
    r"(?:\s*\(\s*(?P<spelled>\p{L}+(?:\s+\p{L}+)*)\s*\))?"
    r"\s+(?:(?P<adjective>күнтізбелік|жұмыс|банктік)\s+)?"
    r"(?P<unit>минут|сағат|күн|тәулік|тәуліг|апта|ай|жыл)" + UNIT_END
)
PATTERN = regex.compile(PART, regex.IGNORECASE)
# The cheap way to find candidates: a unit behind a blank; the number stands at most REACH characters before it
# (every match on the text is given its end: the engine looks for a pattern's fixed words up to there).
UNIT = regex.compile(r"(?<=\s)(?:минут|сағат|күн|тәулі|апта|ай|жыл)")
REACH = 90
# A second part: "1 (бір) жұмыс күні және 7 (жеті) жұмыс сағаты"
AND = regex.compile(r"\s+(?:және\s+)?")
# What bounds it, behind: ordered, the first that matches counts
BOUNDS: tuple[tuple[regex.Pattern[str], Bound], ...] = (
    (regex.compile(r"\s+ішінде\b"), "at_most"),
    (regex.compile(r"\s+аспай\p{Ll}*|\s+аспау\p{Ll}*|\s+асырмай\b"), "at_most"),
    (regex.compile(r"\s+(?:артық|көп)\s+емес\b"), "at_most"),
    (regex.compile(r"\s+кешікті(?:рмей|рілмей)\b"), "at_most"),
    (regex.compile(r"\s+барысында\b"), "at_most"),
    (regex.compile(r"\s+дейін(?:гі)?\b"), "at_most"),
    (regex.compile(r"\s+өтке(?:н\s+соң|ннен\s+кейін|н\s+кейін)|\s+өткен\b"), "at_least"),
    (regex.compile(r"\s+кем\s+емес\b"), "at_least"),
    (regex.compile(r"\s+кейін\b"), "at_least"),
    (regex.compile(r"\s+бұрын\b"), "before"),
    (regex.compile(r"\s+қалғанда\b"), "before"),
    (regex.compile(r"\s+бойы\b"), "exact"),
)
AT_LEAST_BEFORE = regex.compile(r"\bкемінде\s*$", regex.IGNORECASE)
AT_MOST_BEFORE = regex.compile(r"\bең\s+(?:ұзақ|көп|жоғары)\b[^.;:]{0,80}$|\bкөп\s+дегенде\s*$", regex.IGNORECASE)
# Days named without a number
SAME_DAY = regex.compile(
    r"\bсол\s+(?P<working>жұмыс\s+)?күн(?:і|нің\s+ішінде)\b|\b(?:жүгінген|түскен|өтініш\s+берген|тапсырған|қабылдаған)\s+күні\b",
    regex.IGNORECASE,
)
NEXT_DAY = regex.compile(
    r"\bкелесі\s+(?P<working>жұмыс\s+)?күн(?:і\b|(?:інен|нен)\s+(?P<late>кешікті(?:рмей|рілмей))\b)", regex.IGNORECASE
)
# The cheap way to find them: "күні", "күнінен", "күннің" behind a blank
DAY = regex.compile(r"(?<=\s)күн(?:і|н)")
# The event a duration is counted from: "өтініш тіркелген күнінен бастап", "құжаттарды алған сәттен бастап"
EVENT = regex.compile(
    r"(?:[ғқ]аннан|[гк]еннен|сәт(?:т|ін)ен|күн(?:ін)?нен|күн(?:ін)ен|уақыт(?:т|ын)ан)\s+(?:бастап|кейін)\b"
)
# "1) ", "- " before the clause
NUMBER_MARK = regex.compile(r"^(?:[-–—,]\s*|\d+\)\s*|\d+\.\s*)+")
CLAUSE_MARK = regex.compile(r"(?r)[.;:()–\n]")
ROLES: tuple[tuple[regex.Pattern[str], DurationRole], ...] = (
    (regex.compile(r"^[^.;]{0,40}қолданысқа\s+енгізіл|^[^.;]{0,40}күшіне\s+ен"), "entry_into_force"),
    (regex.compile(r"^[^.;]{0,20}(?:жарамды|жарамдылығы)"), "validity"),
)
ROLES_BEFORE: tuple[tuple[regex.Pattern[str], DurationRole], ...] = (
    (regex.compile(r"жарамдылық\s+мерзімі[^.;]*$|жарамдылығы[^.;]*$"), "validity"),
    (regex.compile(r"(?:күт(?:у|уд)\p{Ll}*|кезек\p{Ll}*)[^.;]*$"), "waiting"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A duration in the text, before it knows whether it times a step."""

    start: int
    end: int
    parts: tuple[DurationPart, ...]
    calendar: Calendar | None
    bound: Bound
    spelled: int | None
    mismatch: bool
    contradiction: bool
    rule: str


def find_durations(text: str) -> list[Found]:
    """All lengths of time, in text order.

    >>> [(f.parts[0].value, f.bound) for f in find_durations("7 (жеті) сағат ішінде, кемінде екі ай бұрын, 2015 жылғы")]
    [(7, 'at_most'), (2, 'at_least')]
    """
    found: list[Found] = []
    at = 0
    for unit in UNIT.finditer(text):
        if unit.end() <= at:
            continue
        match = PATTERN.search(text, max(at, unit.start() - REACH), unit.end() + 12)
        if match is None or match.start("unit") != unit.start():
            continue
        # The ending of the unit may be longer than the window.
        match = PATTERN.match(text, match.start(), unit.end() + REACH) or match
        hit = _numbered(text, match)
        if hit is not None:
            found.append(hit)
            at = hit.end
        else:
            at = max(at, match.end())
    for day in DAY.finditer(text):
        window = (max(0, day.start() - 40), min(len(text), day.end() + 40))
        for pattern, rule in ((SAME_DAY, "same_day"), (NEXT_DAY, "next_day")):
            named = pattern.search(text, *window)
            if named is not None and named.start() < day.start() < named.end():
                found.append(_named(named, rule))
    return sorted(found, key=lambda hit: hit.start)


def _numbered(text: str, match: regex.Match[str]) -> Found | None:
    """A duration from a match of PATTERN; null if it is a date ("2015 жыл") or names no number."""
    parsed = _part(match)
    if parsed is None:
        return None
    parts = [parsed]
    end = match.end()
    spelled = value_of(match["spelled"]) if match["spelled"] else None
    mismatch = spelled is not None and match["number"].isdigit() and spelled != parsed.value
    contradiction = _contradicts(match)
    while (glue := AND.match(text, end, end + REACH)) is not None:
        more = PATTERN.match(text, glue.end(), glue.end() + REACH)
        second = _part(more) if more is not None else None
        if more is None or second is None or RANK[second.unit] >= RANK[parts[-1].unit]:
            break
        if second.calendar != parts[-1].calendar and second.calendar is not None:
            break
        parts.append(second)
        end = more.end()
        contradiction = contradiction or _contradicts(more)
    bound: Bound = "exact"
    for pattern, name in BOUNDS:
        tail = pattern.match(text, end, end + REACH)
        if tail is not None:
            bound, end = name, tail.end()
            break
    left = text[max(0, match.start() - 120) : match.start()]
    left = left[left.rfind("\n") + 1 :]
    if AT_LEAST_BEFORE.search(left):
        bound = "at_least"
    elif bound == "exact" and ("ең " in left or "дегенде" in left) and AT_MOST_BEFORE.search(left):
        bound = "at_most"
    calendar = None if contradiction else parts[0].calendar
    return Found(match.start(), end, tuple(parts), calendar, bound, spelled, mismatch, contradiction, "numbered")


def _contradicts(match: regex.Match[str]) -> bool:
    kinds = {(match[name] or "").casefold() for name in ("before", "adjective")} - {""}
    return {"күнтізбелік", "жұмыс"} <= kinds


def _part(match: regex.Match[str]) -> DurationPart | None:
    number = match["number"]
    value = int(number) if number.isdigit() else value_of(number)
    unit = UNITS[match["unit"].casefold()]
    if value is None or (unit == "year" and (value >= 1000 or _is_date(match))):
        return None
    kinds = {(match[name] or "").casefold() for name in ("before", "adjective")}
    calendar: Calendar | None = "working" if "жұмыс" in kinds else "calendar" if "күнтізбелік" in kinds else None
    return DurationPart(value=value, unit=unit, calendar=calendar)


def _is_date(match: regex.Match[str]) -> bool:
    """ "20__ жылғы": a year that was left open is no length."""
    return (
        match.string[match.end() : match.end() + 2] in {"ғы", "ы "}
        or match.string[match.start() - 1 : match.start()] == "_"
    )


def _named(match: regex.Match[str], rule: str) -> Found:
    working = match["working"] if "working" in match.re.groupindex else None
    calendar: Calendar | None = "working" if working else None
    if rule == "same_day":
        part = DurationPart(value=0, unit="day", calendar=calendar)
        return Found(match.start(), match.end(), (part,), calendar, "same_day", None, False, False, rule)
    part = DurationPart(value=1, unit="day", calendar=calendar)
    bound: Bound = "at_most" if match["late"] else "exact"
    return Found(match.start(), match.end(), (part,), calendar, bound, None, False, False, rule)


def iso8601(parts: tuple[DurationPart, ...]) -> str:
    """The duration in ISO 8601.

    >>> iso8601((DurationPart(value=1, unit="day", calendar=None), DurationPart(value=7, unit="hour", calendar=None)))
    'P1DT7H'
    """
    letters = {"year": "Y", "month": "M", "week": "W", "day": "D"}
    date = "".join(f"{p.value}{letters[p.unit]}" for p in parts if p.unit in letters)
    time = "".join(f"{p.value}{'H' if p.unit == 'hour' else 'M'}" for p in parts if p.unit in {"hour", "minute"})
    return f"P{date}" + (f"T{time}" if time else "")


def read_durations(text: str, places: Places) -> tuple[list[Duration], list[Problem]]:
    """Durations as records, with their problems. `role` is `step` only once steps are known."""
    records: list[Duration] = []
    problems: list[Problem] = []
    for hit in find_durations(text):
        place = places.of(hit.start)
        if place.kind == "torn":
            continue
        printed = text[hit.start : hit.end]
        span = (hit.start, hit.end)
        records.append(
            Duration(
                span=span,
                rule=hit.rule,
                at=place.at,
                text=printed,
                iso8601=iso8601(hit.parts),
                calendar=hit.calendar,
                bound=hit.bound,
                parts=hit.parts,
                spelled=hit.spelled,
                anchor=_anchor(text, place, hit.start),
                role=_role(text, place, hit),
                quoted=place.kind == "quoted",
            )
        )
        if hit.mismatch:
            problems.append(problem("duration_mismatch", f"Figure and words disagree: {printed!r}.", place.at, span))
        if hit.contradiction:
            message = f"Calendar and working days at once: {printed!r}."
            problems.append(problem("duration_contradiction", message, place.at, span))
    return records, problems


def _anchor(text: str, place: Place, start: int) -> str | None:
    """The event a duration is counted from: "өтініш тіркелген күнінен бастап"."""
    events = list(EVENT.finditer(text, max(place.start, start - 240), start))
    if not events or start - events[-1].end() > 60 or CLAUSE_MARK.search(text, events[-1].end(), start):
        return None
    floor = max(place.start, start - 500)
    mark = CLAUSE_MARK.search(text, floor, events[-1].start())
    begin = mark.end() if mark else floor
    return NUMBER_MARK.sub("", text[begin : events[-1].end()].strip()) or None


def _role(text: str, place: Place, hit: Found) -> DurationRole:
    after = text[hit.end : min(place.end, hit.end + 80)]
    before = text[max(place.start, hit.start - 120) : hit.start]
    for pattern, role in ROLES:
        if pattern.search(after):
            return role
    for pattern, role in ROLES_BEFORE:
        if pattern.search(before):
            return role
    return "deadline" if hit.bound in {"at_most", "before", "same_day"} else "other"
