"""How two lines of one paragraph meet: with a blank or without."""

from __future__ import annotations

import regex

from adilet_parser.language.kazakh import PLACE

# "5-", "іс-": a word cut at its hyphen; not the dash in "Нәтижесі -"
CUT_AT_HYPHEN = regex.compile(r"[\p{L}\d)][-‑]$")
# "тұратыны/", "№ 2/"
CUT_AT_SLASH = regex.compile(r"\S/$")
# "№ 8" | "С-34/11 шешімі", "тізілімінде N 8" | "-1-161", "№ ҚР ДСМ" | "-31": a number that was cut before its letters or hyphen
NUMBER_AT_END = regex.compile(r"(?:№|\bN)\s?(?:\d+\p{Lu}?|(?:ҚР\s)?\p{Lu}{2,4})$")
NUMBER_GOES_ON = regex.compile(r"(?:\p{Lu}{1,2})?-\d")
# "4" | "-қосымшасына", "2021 жылғы 3" | "-тармақ": a place that was cut before its hyphen
PLACE_GOES_ON = regex.compile(rf"[-‑](?:{PLACE})")
# "18.30" | "-ға", "№ 272" | "-нан": a number that was cut before its ending
ENDING_GOES_ON = regex.compile(
    r"[-‑](?:[ғгқк][ае]|[дт][ае]н|н[ае]н|[дт][ае]|[ндт][ыі]ң|[ндт][ыі]|[мбп]ен|ш[ыі]|інші|ыншы)\b"
)
QUOTES = '"“”„«»'
# 'жылғы "', '("': a quote mark that opens
OPENING_QUOTE_AT_END = regex.compile(r"(?:^|[\s(\[«„])[\"“„«]$")
# '" мемлекеттік', '", ': a quote mark that closes
CLOSING_QUOTE_AT_START = regex.compile(r"^[\"”»](?=$|[\s,.;:)])")


def joint(before: str, after: str) -> str:
    """What stands between a line's end and the next line's start: "" or " ".

    >>> joint("5-", "қосымшасына"), joint("рәсімді (", "іс-қимылды)"), joint('жылғы "', '28" қаңтар'), joint("осы", "қаулы")
    ('', '', '', ' ')
    """
    if not before or not after:
        return ""
    if before[-1] in "([«„" or after[0] in "),.;:!?]»/":
        return ""
    last, first = before[-1], after[0]
    if NUMBER_AT_END.search(before[-12:]) and NUMBER_GOES_ON.match(after):
        return ""
    if last.isdigit() and first in "-‑" and (PLACE_GOES_ON.match(after) or ENDING_GOES_ON.match(after)):
        return ""
    if last in "-‑" and CUT_AT_HYPHEN.search(before[-2:]):
        return ""
    if last == "/" and CUT_AT_SLASH.search(before[-2:]):
        return ""
    if last in QUOTES and OPENING_QUOTE_AT_END.search(before[-2:]):
        return ""
    return "" if first in QUOTES and CLOSING_QUOTE_AT_START.match(after) else " "
