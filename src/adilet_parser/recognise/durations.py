"""Lengths of time: "30 (отыз) минуттан аспайды", "күнтізбелік он күн өткен соң", "сол жұмыс күні"."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from adilet_parser.language.numerals import NUMBER_WORDS, value_of
from adilet_parser.language.patience import limit
from adilet_parser.model.problems import Problem, problem
from adilet_parser.model.records import Bound, Calendar, Duration, DurationPart, DurationRole, Unit
from adilet_parser.recognise.places import Place, Places

UNITS: dict[str, Unit] = {
    "секунд": "second", "минут": "minute", "мин": "minute", "сағат": "hour", "күн": "day", "тәулік": "day", "тәуліг": "day", "апта": "week", "ай": "month",
    "жыл": "year",
}  # fmt: skip
# Half of a unit in the next smaller one, where that is a whole number: "жарты сағат", "бір жарым жыл"
HALVES: dict[Unit, tuple[int, Unit]] = {"year": (6, "month"), "hour": (30, "minute")}
RANK: dict[Unit, int] = {"year": 6, "month": 5, "week": 4, "day": 3, "hour": 2, "minute": 1, "second": 0}
# Case endings of a unit: "минуттан", "күнінің", "сағатқа", "айға", "жұмыс күннің", "жұмыс күндері"; "он күндік мерзім"
UNIT_END = r"(?:[дтл][ае]р(?=[іы]))?(?:і|ы)?(?:н|т|д)?(?:ан|ен|ың|ің|а|е|ы|і|ға|ге|қа|ке|дағы|дегі|да|де)?(?:\b|(?<=\.)|(?<=\p{Ll})(?:дік|лық|дық|тық)(?=\s+мерзім))"
# One number with its unit; "(отыз)" and the kind of day may stand before or behind the number
PART = (
    r"(?:(?P<before>күнтізбелік|жұмыс)\s+)?"
    rf"(?P<number>(?<![\d.,/№]|\b\p{{Lu}}{{1,3}}-)\d{{1,4}}|(?<![\d.,/№-])\d{{1,3}}[.,]5|\bжарты|\b{NUMBER_WORDS})(?![\d.,]\d)"
    rf"(?:\s*\(\s*(?:(?P<spelled>\p{{L}}+(?:\s+\p{{L}}+)*)\s*\)|{NUMBER_WORDS}(?=\s+(?:минут|сағат|жұмыс|күн))))?"
    r"(?P<half>\s+жарым)?"
    r"(?:\s+|(?<=[\d)]))(?:(?P<adjective>күнтізбелік|жұмыс|банктік|банк|операциялық)\s+)?"
    r"(?P<unit>секунд|минут|мин\.|мин\b|сағат|күн|тәулік|тәуліг|апта|ай|жыл)" + UNIT_END
)
PATTERN = regex.compile(PART, regex.IGNORECASE)
# The cheap way to find candidates: a unit behind a blank, a digit or a bracket; the number stands at most REACH characters before it
# (every match on the text is given its end: the engine looks for a pattern's fixed words up to there).
UNIT = regex.compile(r"(?<=[\s\d)])(?:секунд|мин|сағат|күн|тәулі|апта|ай|жыл)")
REACH = 90
# Before a number: "3-тен |5 күнге дейін", "10-|15 минут", "екі-|үш күн", "бір айдан |алты айға дейінгі": from that to this much
RANGE_START = regex.compile(r"(?r)(?<![\d.,/№-])\d{1,3}(?:-?[дтн][ае]н\s+|\s?[-–]\s?)|\b(?:бір|екі|үш|төрт|бес|он)-")
DASHED = regex.compile(r"(?r)\d\s?[-–]\s?")
LESSER_END = regex.compile(r"[дтн][ае]н$")
# A second part: "1 (бір) жұмыс күні және 7 (жеті) жұмыс сағаты"
AND = regex.compile(r"\s+(?:және\s+)?")
# What bounds it, behind: ordered, the first that matches counts
BOUNDS: tuple[tuple[regex.Pattern[str], Bound], ...] = (
    (regex.compile(r"(?:\s+(?:мерзім|уақыт)(?:нің|тың)?)?\s+ішінде(?:гі)?\b"), "at_most"),
    # "4 сағаттан аспайтын уақыт ішінде"
    (
        regex.compile(r"\s+аспайтын\s+(?:уақыт|мерзім)\s+ішінде\b|\s+аспай\p{Ll}*|\s+аспау\p{Ll}*|\s+асырмай\b"),
        "at_most",
    ),
    (regex.compile(r"\s+(?:артық|көп)\s+емес\b"), "at_most"),
    (regex.compile(r"(?:\s+мерзімнен)?\s+кешікті(?:рмей|рілмей)(?:тін)?\b"), "at_most"),
    (regex.compile(r"\s+барысында\b"), "at_most"),
    # "15 минуттан|, ХҚКО-да 30 минуттан аспайды"
    (regex.compile(r"(?<=[дтн][ае]н)(?=,\s[^.;:\d]{1,60}\s\d[^.;:,]{1,40}[дтн][ае]н\s+аспай)"), "at_most"),
    (regex.compile(r"\s+дейін(?:гі)?\b"), "at_most"),
    # "өткен соң", "өткеннен кейін", "өткенде"
    (regex.compile(r"\s+өткен(?:нен)?\s+(?:соң|кейін)\b|\s+өткен(?:де)?\b"), "at_least"),
    (regex.compile(r"\s+(?:кем|аз)\s+емес\b|\s+(?:бұрын|ерте)\s+емес\b"), "at_least"),
    (regex.compile(r"\s+(?:кейін|соң)\b|\s+аста[мс]\b|\s+аса\b"), "at_least"),
    (regex.compile(r"\s+бұрын\b"), "before"),
    (regex.compile(r"\s+қалғанда\b"), "before"),
    (regex.compile(r"\s+бойы\b"), "exact"),
)
# "кемінде |5 күн", "ең аз уақыт – |10 минут"
AT_LEAST_BEFORE = regex.compile(r"\bкемінде\s*$|\bең\s+(?:аз|қысқа)\b[^.;]{0,80}$", regex.IGNORECASE)
# "ең ұзақ уақыты – |15 минут", "ең жоғары шекті уақыты: |он бес минут"
AT_MOST_BEFORE = regex.compile(r"\bең\s+(?:ұзақ|көп|жоғары)\b[^.;]{0,80}$|\bкөп\s+дегенде\s*$", regex.IGNORECASE)
# "бес жылда бір рет": how often, not how long
OFTEN = regex.compile(r"(?<=[дт][ае])\s+(?:кемінде\s+)?\p{L}+\s+рет\b|\s+сайын\b")
# Days named without a number
SAME_DAY = regex.compile(
    r"\bсол\s+(?P<working>жұмыс\s+)?күн(?:і(?:\s+ішінде)?|нің\s+(?:ішінде|өзінде))\b|"
    # "тіркелген күні мен нөмірі" is a date
    r"\b(?:жүгінген|түскен|өтініш\s+берген|(?<=(?:хабарлама|өтініш|құжаттар|салу)\s)берілген|тапсырған|қабылдаған|алған|ұсынған|келген|тіркелген)\s+күні\b(?!\s+мен\b|\s+(?:және|көрсетілген|туралы)\b)",
    regex.IGNORECASE,
)
NEXT_DAY = regex.compile(
    r"\bкелесі\s+(?P<working>жұмыс\s+)?күн(?:і\b|(?:інен|нен)\s+(?P<late>кешікті(?:рмей|рілмей))\b)", regex.IGNORECASE
)
# "тәулік ішінде", "тәулікке дейін": one, though nobody counts it; "тәулік бойы" is round the clock
WITHIN_A_DAY = regex.compile(
    r"\bтәулік(?:тің)?(?:\s+ішінде|ке\s+дейін|тен\s+(?:кешікті(?:рмей|рілмей)|аспай\p{Ll}*))\b"
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
    for unit in UNIT.finditer(text, timeout=limit(text)):
        if unit.end() <= at:
            continue
        match = PATTERN.search(text, max(at, unit.start() - REACH), unit.end() + 15)
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
    counted = {hit.end for hit in found}
    for within in WITHIN_A_DAY.finditer(text, timeout=limit(text)):
        if within.end() in counted:
            continue
        one = DurationPart(value=1, unit="day", calendar=None)
        found.append(Found(*within.span(), (one,), None, "at_most", None, False, False, "within_a_day"))
    for day in DAY.finditer(text, timeout=limit(text)):
        window = (max(0, day.start() - 40), min(len(text), day.end() + 40))
        for pattern, rule in ((SAME_DAY, "same_day"), (NEXT_DAY, "next_day")):
            named = pattern.search(text, *window)
            if named is not None and named.start() < day.start() < named.end():
                found.append(_named(named, rule))
    return sorted(found, key=lambda hit: hit.start)


def _numbered(text: str, match: regex.Match[str]) -> Found | None:
    """A duration from a match of PATTERN; null if it is a date ("2015 жыл") or names no number."""
    parts = _parts(match)
    if not parts or OFTEN.match(text, match.end(), match.end() + REACH):
        return None
    start, end = match.span()
    lesser = RANGE_START.match(text, max(0, start - REACH), start)
    if lesser is None and DASHED.match(text, max(0, start - REACH), start):
        return None  # "№ 12-15 күн": a number of another kind
    upper = PATTERN.match(text, end + 1, end + REACH) if LESSER_END.search(match.group()) else None
    if upper is not None and upper["unit"] == match["unit"]:
        whole = _numbered(text, upper)
        if whole is not None and whole.bound == "at_most":
            return replace(whole, start=start, rule="range")
    spelled = value_of(match["spelled"]) if match["spelled"] else None
    mismatch = spelled is not None and match["number"].isdigit() and spelled != parts[0].value
    contradiction = _contradicts(match)
    while (glue := AND.match(text, end, end + REACH)) is not None:
        more = PATTERN.match(text, glue.end(), glue.end() + REACH)
        second = _parts(more) if more is not None else []
        if more is None or not second or RANK[second[0].unit] >= RANK[parts[-1].unit]:
            break
        kinds = {part.calendar for part in (parts[-1], second[0]) if part.unit not in {"month", "year"}}
        if second[0].calendar is not None and len(kinds) > 1:
            break
        parts += second
        end = more.end()
        contradiction = contradiction or _contradicts(more)
    bound: Bound = "exact"
    for pattern, name in BOUNDS:
        tail = pattern.match(text, end, end + REACH)
        if tail is not None:
            bound, end = name, tail.end()
            break
    left = text[max(0, start - 120) : start]
    left = left[left.rfind("\n") + 1 :]
    if AT_LEAST_BEFORE.search(left) and (bound != "at_most" or left.rstrip().casefold().endswith("кемінде")):
        bound = "at_least"
    elif bound == "exact" and ("ең " in left or "дегенде" in left) and AT_MOST_BEFORE.search(left):
        bound = "at_most"
    calendar = None if contradiction else next((part.calendar for part in parts if part.calendar), None)
    if lesser is not None and (bound == "at_most" or not lesser.group()[-2:-1].isalpha() or lesser.group()[-1] == "-"):
        start = lesser.start()
    return Found(start, end, tuple(parts), calendar, bound, spelled, mismatch, contradiction, "numbered")


def _contradicts(match: regex.Match[str]) -> bool:
    kinds = {(match[name] or "").casefold() for name in ("before", "adjective")} - {""}
    return {"күнтізбелік", "жұмыс"} <= kinds


def _parts(match: regex.Match[str]) -> list[DurationPart]:
    """The number and unit of a match; a half in the next smaller unit, where that comes out even; empty if it is no length.

    >>> [(part.value, part.unit) for part in _parts(PATTERN.search("бір жарым сағаттан"))]
    [(1, 'hour'), (30, 'minute')]
    """
    number = match["number"]
    decimal = number[-2:] in {",5", ".5"}
    whole_number = number[:-2] if decimal else number
    value = int(whole_number) if whole_number.isdigit() else 0 if number.casefold() == "жарты" else value_of(number)
    unit = UNITS[match["unit"].casefold().rstrip(".")]
    if value is None or (unit == "year" and (value >= 1000 or _is_date(match))):
        return []
    kinds = {(match[name] or "").casefold() for name in ("before", "adjective")}
    calendar: Calendar | None = "working" if "жұмыс" in kinds else "calendar" if "күнтізбелік" in kinds else None
    half = decimal or match["half"] is not None or number.casefold() == "жарты"
    if not half:
        return [DurationPart(value=value, unit=unit, calendar=calendar)]
    if unit not in HALVES:
        return [DurationPart(value=value, half=True, unit=unit, calendar=calendar)]
    count, smaller = HALVES[unit]
    whole = [DurationPart(value=value, unit=unit, calendar=calendar)] if value else []
    return [*whole, DurationPart(value=count, unit=smaller, calendar=calendar)]


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
    date = "".join(f"{p.value}{'.5' * p.half}{letters[p.unit]}" for p in parts if p.unit in letters)
    clock = {"hour": "H", "minute": "M", "second": "S"}
    time = "".join(f"{p.value}{clock[p.unit]}" for p in parts if p.unit in clock)
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
