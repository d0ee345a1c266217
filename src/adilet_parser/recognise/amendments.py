"""Instructions of amending acts: which place of which act is reworded, added, deleted, or has words replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import regex

from adilet_parser.language.kazakh import PLACE_STEMS
from adilet_parser.language.patience import limit
from adilet_parser.language.places import LEVEL, STEP, numbers_in
from adilet_parser.language.quotation import outside
from adilet_parser.model.records import Amendment, Citation, Operation
from adilet_parser.segment.element import Element

# Ordered: the first verb that occurs names the operation
OPERATIONS: tuple[tuple[regex.Pattern[str], Operation], ...] = (
    # "... деген сөздер "..." деген сөздермен ауыстырылсын"
    (regex.compile(r"ауыстырылсын", regex.IGNORECASE), "replace_words"),
    # "6-тармақ алып тасталсын", "10) тармақшасы алынып тасталсын"
    (regex.compile(r"ал(?:ын)?ып\s+таста(?:лсын|латын)", regex.IGNORECASE), "delete"),
    # "мынадай мазмұндағы 2-1-тармақпен толықтырылсын"
    (regex.compile(r"толықтырылсын", regex.IGNORECASE), "add"),
    # "4-тармақ мынадай редакцияда жазылсын", "жаңа редакцияда жазылсын"
    (regex.compile(r"редакцияда\s+(?:жазылсын|баяндалсын|оқылсын)", regex.IGNORECASE), "reword"),
)
# The annex of this act that holds the new wording says nothing of the place
BY_ANNEX = regex.compile(r"\bосы\s+\p{L}+\s+(?:\d+(?:-\d+)?\s?-\s?)?қосымша\p{Ll}*\s+сәйкес", regex.IGNORECASE)
# "Аталған қаулымен бекітілген ... регламентінде:", "көрсетілген Қағидаларда:"
APPROVED_DOCUMENT = regex.compile(
    r"(?:регламент|стандарт|қағида|ереже|нұсқаулы|жарғы|тізбе|бағдарлама)\p{Ll}{0,20}(?:нда|нде|да|де|та|те)\b",
    regex.IGNORECASE,
)
# "қаулымен бекітілген "..." мемлекеттік көрсетілетін қызмет |регламенті| ... жаңа редакцияда жазылсын": all of what the act approved
APPROVED_WHOLE = regex.compile(
    r"бекітілген\s[^:;]{0,300}?(?:регламент|стандарт|қағида|ереже|нұсқаулы|жарғы|тізбе|бағдарлама)\p{Ll}{0,6}\s",
    regex.IGNORECASE,
)
# "көрсетілген қаулының 2-қосымшасы": the amended act itself, whatever document the lines above are about
OF_ACT = regex.compile(r"\b(?:көрсетілген|аталған)\s+(?:қаулы|бұйры|шешім)\p{Ll}*[нд]?[ыі]ң\s+\d", regex.IGNORECASE)
TITLE = regex.compile(r"(?:тақырыб|атау)\p{Ll}*", regex.IGNORECASE)
PREAMBLE = regex.compile(r"(?:кіріспе|преамбула)\p{Ll}*", regex.IGNORECASE)
# "... деген сөздер "жаңа" деген сөздермен ауыстырылсын", "... деген сөздерден кейін "жаңа" деген сөздермен толықтырылсын":
# the last quotation is the new wording
REPLACEMENT = regex.compile(
    r"(?:деген\s+)?(?:сөз|цифр|сан|белгі)\p{Ll}*(?:\s+(?:мен|және)\s+(?:сөз|цифр|сан|белгі)\p{Ll}*)?\s+(?:(?:кейін|соң)\s+)?"
    r"(?P<new>[\"«„“].+[\"»”“])\s+(?:деген\s+)?(?:сөз|цифр|сан|белгі)\p{Ll}*",
    regex.IGNORECASE,
)
# `..."; `, or, where nothing closes the quotation, `;`
END_OF_QUOTE = regex.compile(r"[\"»”“]\s*[;.,]*$|;$")
ORDER = ("annex", "chapter", "article", "point", "subpoint", "paragraph")


@dataclass(slots=True)
class _Context:
    """What the lines above have said: the amended act, the document in it, the place in that."""

    act: int | None = None
    document: str = ""
    place: str = ""
    numbered: Element | None = None


def read_amendments(root: Element, text: str, citations: Sequence[Citation]) -> list[Amendment]:
    """The instructions of the operative part, in text order."""
    operative = next((child for child in root.children if child.kind == "operative"), None)
    if operative is None:
        return []
    cited = [(index, row) for index, row in enumerate(citations) if row.kind == "external" and not row.quoted]
    found: list[Amendment] = []
    context = _Context()
    for holder, leaf, quoted in _lines(operative):
        line = text[leaf.start : leaf.end]
        _enter(context, holder, leaf, cited)
        plain = BY_ANNEX.sub(" ", outside(line), timeout=limit(line))
        operation = next((name for pattern, name in OPERATIONS if pattern.search(plain, timeout=limit(plain))), None)
        if operation == "replace_words" and plain == line:
            operation = None  # "босалқы жерлер санатына ауыстырылсын": land is moved, no words
        if operation is None:
            if line.rstrip().endswith(":"):
                _narrow(context, plain)
            continue
        targets = _targets(plain, context)
        if operation == "add" and len(targets) > 1:
            # "мынадай мазмұндағы 7-1 және 7-2-тармақтармен толықтырылсын" is one instruction, for what holds them all
            targets = [_common(targets)]
        for target in targets:
            found.append(
                Amendment(
                    span=(leaf.start, quoted[-1].end if quoted else leaf.end),
                    rule=f"instruction_{operation}",
                    at=holder.at or "",
                    target_act=context.act,
                    target=target,
                    operation=operation,
                    new_text=_new_text(operation, line, [text[part.start : part.end] for part in quoted]),
                )
            )
    return found


def _lines(operative: Element) -> Iterator[tuple[Element, Element, list[Element]]]:
    """Every paragraph of a numbered element, with its element and the quoted lines that follow it."""
    for element in operative.walk():
        if element.kind not in {"point", "subpoint", "article"}:
            continue
        leaves = [child for child in element.children if not child.children]
        for index, leaf in enumerate(leaves):
            if leaf.kind != "paragraph":
                continue
            quoted = []
            for following in leaves[index + 1 :]:
                if following.kind != "quoted":
                    break
                quoted.append(following)
            yield element, leaf, quoted


def _enter(context: _Context, holder: Element, leaf: Element, cited: list[tuple[int, Citation]]) -> None:
    """A new point forgets the document, a new number the place; an act cited in the line becomes the amended one."""
    if holder is not context.numbered:
        context.numbered, context.place = holder, ""
        if holder.kind == "point":
            context.document = ""
    inside = [index for index, row in cited if leaf.start <= row.span[0] < leaf.end]
    if inside and (context.act is None or holder.kind == "point"):
        context.act = inside[0]


def _narrow(context: _Context, line: str) -> None:
    """A line that only leads on: "6-тармақта:", "... бекітілген ... регламентінде (1-қосымша):"."""
    places = _places(line)
    if APPROVED_DOCUMENT.search(line):
        annex = next((place["annex"] for place in places if "annex" in place), None)
        context.document = f"annex_{annex[0]}" if annex else "annex"
        context.place = ""
    elif places:
        context.place = _locator(places[0])[0]


def _places(line: str) -> list[dict[str, list[str]]]:
    """Places named in a line, each as its levels: "5-тармақтың 3) тармақшасы" is one."""
    found: list[dict[str, list[str]]] = []
    level = 9
    for match in STEP.finditer(line):
        key = PLACE_STEMS.get(match["stem"].casefold())
        numbers = numbers_in(match["numbers"] or "")
        if key is None or (not numbers and key != "annex"):
            continue
        if LEVEL[key] <= level or not found:
            found.append({})
        found[-1][key] = numbers
        level = LEVEL[key]
    return found


def _locator(place: dict[str, list[str]]) -> list[str]:
    """The locators of a place; several where its last level has several numbers."""
    paths = [""]
    for key in ORDER:
        if key not in place:
            continue
        numbers = place[key] or [""]
        steps = [f"{key}_{number}" if number else key for number in numbers]
        paths = [f"{path}.{step}" if path else step for path in paths for step in steps]
    return paths


def _targets(line: str, context: _Context) -> list[str | None]:
    """What an instruction is about; its own words count before those of the lines above."""
    places = _places(line)
    document = context.document
    if not document and APPROVED_DOCUMENT.search(line) and not any("annex" in place for place in places):
        document = "annex"
    if OF_ACT.search(line):
        document = ""
    base = ".".join(part for part in (document, context.place) if part)
    if places:
        merged: dict[str, list[str]] = {}
        paths: list[str] = []
        for place in places:
            if merged and min(LEVEL[key] for key in place) > max(LEVEL[key] for key in merged):
                merged |= place
            else:
                paths += _locator(merged) if merged else []
                merged = dict(place)
        paths += _locator(merged)
        return [f"{base}.{path}" if base else path for path in paths]
    if TITLE.search(line):
        return [base or "header"]
    if PREAMBLE.search(line):
        return ["preamble"]
    return [base or ("annex" if APPROVED_WHOLE.search(line) else None)]


def _common(targets: Sequence[str | None]) -> str | None:
    """The innermost place that holds all the targets; null where only the act does."""
    steps = [(target or "").split(".")[:-1] for target in targets]
    shared = [same[0] for same in takewhile(lambda level: len(set(level)) == 1, zip(*steps, strict=False))]
    return ".".join(shared) or None


def _new_text(operation: Operation, line: str, quoted: list[str]) -> str | None:
    """The new wording without its outer quote marks."""
    if operation == "delete":
        return None
    match = REPLACEMENT.search(line, timeout=limit(line))
    if match is not None or operation == "replace_words":
        return match["new"][1:-1] if match else None
    if not quoted:
        _, mark, rest = line.partition(":")
        quoted = [rest.strip()] if mark and rest.strip()[:1] in set('"«„“') else []
    return END_OF_QUOTE.sub("", "\n".join(quoted)[1:]) if quoted else None
