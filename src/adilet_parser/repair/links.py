"""Displaced links: hyperlinked words stand at the end of their line; here they go back into their holes.

A PDF paints the plain text of a line first and its links afterwards. Text pulled out in that order has a hole where
each link was (two blanks, a blank before a comma, a blank at the line start) and the link texts at the line's end, in
order. The holes are plain to see; where the tail begins is not. Candidates for the cut are judged by what fits the
holes: the shape of the link text, and the words around the hole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

import regex

from adilet_parser.language.kazakh import PLACE
from adilet_parser.language.link_shapes import PLACE_NUMBER, Shape
from adilet_parser.language.numerals import value_of
from adilet_parser.repair.joints import joint
from adilet_parser.repair.strand import Strand

# Where a link may be missing: "осы қаулының  сәйкес" | "16-бабының , " | "( болып тіркелген" | " сәйкес;" at line start
# | "Қағидаларға 1- сәйкес" | "  сәйкес" at line start; so many blanks more than one, so many links: "кодексінің   сай" has lost two
HOLE = regex.compile(
    r"(?<=\S *) (?= +\S)|(?<=\S *) (?=[,;.:)»])|(?<=[(«„])(?= \S)|(?<=\d-)(?= \p{Ll})|(?<=^ {0,3})(?= {1,4}\S)|(?<=^ ?)(?=[),;.])"
)
# What every line with a hole has in it, but at its start; most lines have not and are done with quickly.
HOLE_SIGN = re.compile(r"  | [,;.:)»]|[(«„] |\d- ")
# A place where a tail may begin: behind a blank, or glued to a mark: "сәйкес;1-қосымшасына", "танылсын.3)"
CUT = regex.compile(
    rf"(?<=[ ,;.:)»\"(«„“])(?=[\p{{L}}\d№-])|(?<=\p{{Ll}})(?=[\p{{Lu}}\d№])|(?<=\d)(?=№|N\s)|(?<=[\p{{Ll}}\d])(?=(?:{PLACE})\p{{Ll}}*(?:$|\s\d))"
    rf"|(?=\)\s(?:{PLACE})\p{{Ll}}*$)"
    r"|(?<=\p{Ll})(?=(?:кіріспе|преамбула|тақырыб)\p{Ll}+$)"
    r"|(?<=\p{Ll})(?=(?:стать|пункт|подпункт|част)\p{Ll}* \d)"
)
# "... қаулысы |№ 907 4-тармағының": the place of an act that the line names last may stand where it belongs
ACT_BEFORE = regex.compile(r"(?:заңы|кодексі|қаулысы|бұйрығы|шешімі)\s*$", regex.IGNORECASE)
# "регламенттің  |4-тармағының 2) тармақшасында": links that stand where they belong, the outer place first
OUTER_FIRST = regex.compile(
    rf"{PLACE_NUMBER}-(?:баб|қосымша)\p{{Ll}}* {PLACE_NUMBER}-тарма\p{{Ll}}+|{PLACE_NUMBER}-тармағының {PLACE_NUMBER}\) тармақша\p{{Ll}}+"
)
GLUED = regex.compile(r"[;,.:)»\"]$")
# A word glued to a closing mark at the line's end: "сәйкес;ережелеріне"
GLUED_WORD = regex.compile(r"(?<=\p{L}[;,.:])(?=\p{L}{2,}|№|\d+-\p{L})(?!\S*\.\p{L})\S+(?: \S+)?$")
# ... that is an address or initials: "www.egov.kz", "А.Б.Иманов"
NO_LINK = regex.compile(r"www\.|\p{Lu}\.\S|[/@]")
# "2-|5-бабының" at a line's end, and "тармағында" at the start of the next
HYPHEN_TAIL = regex.compile(rf"(?<!\d)\d{{1,3}}-(?P<link>{PLACE_NUMBER}\s?-\s?(?:{PLACE})\p{{Ll}}*)(?=\s*$)")
BARE_PLACE = regex.compile(rf"\s*(?:{PLACE})\p{{Ll}}+")
# ") тармақшасына", "-тармағының", "(бес) жұмыс күні", "жылғы": the line above ended with a number
NUMBER_GOES_ON = regex.compile(rf"\s*(?:\)|-(?:{PLACE})|\((?P<spelled>[\p{{Ll}}\s]+)\)|(?P<year>жыл))")
GROWN = regex.compile(rf"(?<![\d№-])(?<!№ )(?P<digits>\d{{2,6}})(?:-\d+)?-(?:{PLACE})\p{{Ll}}*")
YEAR = regex.compile(r"(?:19|20)\d\d")
# Shapes of heads that stay at the line's end while their tail wraps, and shapes that must fit on both sides
MAY_STAY = frozenset(["wrapped_head", "wrapped_number", "into_force"])
NEEDS_LEFT = frozenset(
    [
        "bare_number",
        "place_tail",
        "list_number",
        "roman_tail",
        "number_tail",
        "force_verb",
        "wrapped_head",
        "bare_place",
        "list_place",
        "preamble",
        "instruction_place",
        "note_place",
    ]
)
ONLY_STAYS = frozenset(["wrapped_head", "wrapped_number"])
FITS_BOTH = frozenset(["list_number", "bare_place", "list_place", "instruction_place", "note_place"])
OPENERS = frozenset(['"', "“", "«", "„"])
LONGEST_TAIL = 160
MOST_HOLES = 9
LONGEST_LINE = 400
"""A printed line is not longer; what is was not wrapped, and has no tail."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A way to mend one line: `cut` is where the tail begins, `links` its pieces, `holes` where each of them goes."""

    score: float
    cut: int
    links: tuple[tuple[int, int], ...]
    holes: tuple[int, ...]
    shapes: tuple[str, ...]


def holes_of(line: str) -> list[int]:
    """Offsets in the line where a link may be missing.

    >>> holes_of("қаулысының 1-тармағының , ,1) 2)"), holes_of(" және  күштері жойылды.3) 4) тармақшаларының")
    ([23, 25], [0, 5])
    """
    if line[:1] not in {" ", ")", ",", ";", "."} and not HOLE_SIGN.search(line):
        return []
    return [match.start() for match in HOLE.finditer(line)]


def place(line: str, above: str, shapes: tuple[Shape, ...], below: str = "") -> tuple[Placement | None, bool]:
    """The best way to put the links of a line back, if there is one; and whether a link was seen but not placed.

    `line` is the printed line with its blanks, `above` the mended end of the line before it, `below` the next line as
    it is printed.
    """
    holes = holes_of(line)
    if not holes or len(holes) > 40 or len(line) > LONGEST_LINE:
        return None, False
    body_end = len(line.rstrip())
    if (behind := _behind_hyphen(line, holes, below)) is not None:
        return behind, False
    found: list[Placement] = []
    first = max(holes[0] + 1, body_end - LONGEST_TAIL)
    grown = _grown_together(line, first, body_end, below)
    if len(grown) > 1:
        return None, True
    for cut in grown or [match.start() for match in CUT.finditer(line, first, body_end)]:
        open_holes = [hole for hole in holes if hole < cut]
        if not open_holes or (line[cut] == ")" and line.count("(", 0, cut) > line.count(")", 0, cut)):
            continue  # "(он бес) тармағында": the mark closes a bracket of this line
        for links, kinds in _tails(line, cut, body_end, shapes):
            # The last piece may stand in its place: the head of a link that wraps, or one more link than holes.
            more = len(links) == len(open_holes) + 1 and (
                (ACT_BEFORE.search(line[:cut]) is not None and any(shape.name == "place" for shape in kinds[-1]))
                or (not line[open_holes[-1] : cut].strip() and OUTER_FIRST.fullmatch(line, cut, body_end) is not None)
            )
            stays = len(links) > 1 and (more or any(shape.name in MAY_STAY for shape in kinds[-1]))
            places = [*open_holes[-MOST_HOLES:], *([cut] if stays else [])]
            if len(links) > len(places):
                continue
            for chosen in combinations(places, len(links)):
                fit = _score(line, cut, above, links, kinds, chosen)
                if fit is not None:
                    left_over = len(open_holes) - sum(hole < cut for hole in chosen)
                    found.append(Placement(fit[0] - 0.6 * left_over, cut, links, chosen, fit[1]))
    if not found:
        return _by_glue(line, holes, body_end)
    found.sort(key=lambda placement: -placement.score)
    best = found[0]
    if best.score <= 0 or (
        len(found) > 1 and found[1].score == best.score and _text(line, found[1]) != _text(line, best)
    ):
        return None, GLUED.search(line[: best.cut]) is not None
    return best, False


def _grown_together(line: str, start: int, end: int, below: str) -> list[int]:
    """Where a number at the line's end, which the next line goes on with, may end inside the number of the first link.

    "Кодексі 7-бабы  13-тармағының" above ") тармақшасына": the line ends with "1", the link is "3-тармағының"
    """
    goes_on = NUMBER_GOES_ON.match(below)
    glued = next(GROWN.finditer(line, start, end), None) if goes_on is not None else None
    if goes_on is None or glued is None:
        return []
    digits = glued["digits"]
    wanted = value_of(goes_on["spelled"]) if goes_on["spelled"] else None
    return [
        glued.start() + size
        for size in range(1, len(digits))
        if (wanted is None or digits[:size] == str(wanted)) and (not goes_on["year"] or YEAR.fullmatch(digits[:size]))
    ]


def _text(line: str, placement: Placement) -> str:
    return mend(line, 0, placement).text


def _tails(
    line: str, cut: int, end: int, shapes: tuple[Shape, ...]
) -> list[tuple[tuple[tuple[int, int], ...], tuple[tuple[Shape, ...], ...]]]:
    """Every way to read `line[cut:end]` as link texts one after the other, each with the shapes it may have."""
    ways: list[tuple[tuple[tuple[int, int], ...], tuple[tuple[Shape, ...], ...]]] = []

    def walk(at: int, links: tuple[tuple[int, int], ...], kinds: tuple[tuple[Shape, ...], ...]) -> None:
        if at >= end:
            ways.append((links, kinds))
            return
        if len(links) >= MOST_HOLES or len(ways) > 50:
            return
        stops = [end, *(place for place in range(at + 1, end) if line[place] == " ")]
        for stop in stops:
            fitting = tuple(shape for shape in shapes if shape.text.fullmatch(line, at, stop))
            if fitting:
                walk(stop + (stop < end), (*links, (at, stop)), (*kinds, fitting))

    walk(cut, (), ())
    return ways


def _score(
    line: str,
    cut: int,
    above: str,
    links: tuple[tuple[int, int], ...],
    kinds: tuple[tuple[Shape, ...], ...],
    holes: tuple[int, ...],
) -> tuple[float, tuple[str, ...]] | None:
    """How well links fit holes, and by which shape each; null if one of them does not fit at all."""
    total = 1.5 if GLUED.search(line[:cut]) is not None else 0.0
    names: list[str] = []
    for index, (hole, (start, end), shapes) in enumerate(zip(holes, links, kinds, strict=True)):
        left = line[:hole] if hole else above
        if hole and index and holes[index - 1] < hole and not line[holes[index - 1] : hole].strip():
            left += line[links[index - 1][0] : links[index - 1][1]]
        right = line[hole:cut]
        fits = [
            (fit + 0.01 * (end - start), shape.name)
            for shape in shapes
            if (fit := _fit(shape, left, right)) is not None
        ]
        if not fits:
            return None
        best = max(fits)
        total += best[0]
        names.append(best[1])
    return total, tuple(names)


def _fit(shape: Shape, left: str, right: str) -> float | None:
    """How well a link of a shape fits between the words left and right of its hole; null if it does not."""
    before = shape.before.search(left.rstrip()) is not None
    after = shape.after.search(right) is not None
    if not before and (not after or shape.name in NEEDS_LEFT):
        return None
    if (shape.name in FITS_BOTH and not after) or (shape.name in ONLY_STAYS and right):
        return None
    if not right.strip():
        # The hole is at the tail itself: the link is in its place already.
        return 1.0 if right else 0.5
    return 1.0 * before + 0.5 * after


def _behind_hyphen(line: str, holes: list[int], below: str) -> Placement | None:
    """A place that wraps at its hyphen, with the link glued to it: the next line begins with the word of that number.

    "осы Заңның  2-5-бабының" above "тармағында" -> "осы Заңның 5-бабының 2-" above "тармағында"
    """
    tail = HYPHEN_TAIL.search(line) if BARE_PLACE.match(below) else None
    open_holes = [hole for hole in holes if tail and hole < tail.start()]
    if tail is None or len(open_holes) != 1:
        return None
    return Placement(1.0, tail.start("link"), (tail.span("link"),), (open_holes[0],), ("behind_hyphen",))


def _by_glue(line: str, holes: list[int], end: int) -> tuple[Placement | None, bool]:
    """One hole and a word glued to a closing mark at the line's end: the mark shows where the tail begins.

    "осы Кодекстің  сәйкес;ережелеріне" -> "осы Кодекстің ережелеріне сәйкес;"
    """
    match = GLUED_WORD.search(line[:end])
    if match is None or NO_LINK.search(line, max(0, match.start() - 6)):
        return None, False
    open_holes = [hole for hole in holes if hole < match.start() and line[hole : match.start()].strip()]
    if len(open_holes) == 1:
        return Placement(1.0, match.start(), ((match.start(), end),), (open_holes[0],), ("glued_word",)), False
    return None, True


def mend(line: str, offset: int, placement: Placement) -> Strand:
    """The line with its links in their holes; `offset` is the line's place in the source."""
    parts: list[tuple[int, int]] = []
    at = 0
    for hole, link in zip(placement.holes, placement.links, strict=True):
        parts += [(at, hole), link]
        at = hole
    parts.append((at, placement.cut))
    strands = [Strand.of(line, start, end) for start, end in parts]
    joined: list[tuple[str, Strand]] = []
    before = ""
    for strand in strands:
        if strand.text:
            # A quote mark that stood apart, with the link behind it, opens what the next line holds.
            apart = strand is strands[-1] and strand.text in OPENERS and len(strands) > 1
            joined.append((" " if apart else joint(before, strand.text), strand))
            before = strand.text
    mended = Strand.join(joined)
    return Strand(mended.text, tuple((start, source + offset, length) for start, source, length in mended.runs))
