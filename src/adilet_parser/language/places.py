"""Chains of places in an act: "16-бабының 1-тармағына", "1-тармағының 1), 2), 3) және 4) тармақшаларының"."""

from __future__ import annotations

import regex

from adilet_parser.language.kazakh import PLACE_STEMS
from adilet_parser.model.records import Pinpoint

NUMBER = r"\d{1,4}(?:[-.]\d{1,3}){0,3}\)?"
# "1), 2), 3) және 4)", "1, 3", "19 және 46", "4 және 5"
NUMBERS = rf"{NUMBER}(?:(?:\s?,\s?|\s+және\s+|\s+мен\s+|\s+немесе\s+|\s*[–—]\s*|\s+-\s+){NUMBER}){{0,40}}"
STEM = r"(?:тармақша|тармақ|тармағ|бап|баб|тарау|қосымша|бөлік|бөліг|абзац|бөлім|сөйлем)"
# "екінші бөлігінде", "бірінші және үшінші абзацтарында"
ORDINALS = {
    "бірінші": "1", "екінші": "2", "үшінші": "3", "төртінші": "4", "бесінші": "5", "алтыншы": "6", "жетінші": "7",
    "сегізінші": "8", "тоғызыншы": "9", "оныншы": "10",
}  # fmt: skip
ORDINAL = "|".join(ORDINALS)
# "9-тармағына", "10 - тармағына", "5 бабының", "2)-тармақшасына", "қосымшасы" without a number
STEP = regex.compile(
    rf"(?:(?P<numbers>{NUMBERS})\s?[-–]?\s?|(?P<ordinals>(?:{ORDINAL})(?:(?:\s?,\s?|\s+және\s+)(?:{ORDINAL}))*)\s+)?"
    rf"(?P<stem>{STEM})\p{{Ll}}*",
    regex.IGNORECASE,
)
ORDINAL_WORD = regex.compile(ORDINAL, regex.IGNORECASE)
# "2) – 5)", "1 – 3": all between; "7-1" is one number
SINGLE = regex.compile(
    r"(?P<first>\d{1,4})\)?(?:\s*[–—]\s*|\s+-\s+)(?P<last>\d{1,4})(?![\d-])|\d{1,4}(?:[-.]\d{1,3}){0,3}"
)
DASHED = regex.compile(r"(?P<first>\d{1,4})-(?P<last>\d{1,4})")
PLURAL = regex.compile(r"[тл][ае]р")
WIDEST = 60
"""Ranges of more places than so many are slips."""
GLUE = regex.compile(r"\s+(?=\d|қосымша|\p{Ll})")
LONGEST = 400
"""No chain of places is longer than so many characters."""
LEVEL = {"article": 1, "chapter": 1, "annex": 1, "point": 2, "subpoint": 3, "paragraph": 4}


def chain_at(text: str, start: int, end: int | None = None) -> tuple[Pinpoint, int] | None:
    """The chain of places that begins at `start`: its pinpoint and where it ends; null if there is none.

    >>> chain_at("16-бабының 1-тармағына сәйкес", 0)
    ({'article': ('16',), 'point': ('1',)}, 22)
    >>> chain_at("1-тармағының 1), 2) және 4) тармақшаларының күші", 0)[0]
    {'point': ('1',), 'subpoint': ('1', '2', '4')}
    >>> chain_at("бірінші бөлігінің 2) тармақшасы", 0)[0]
    {'paragraph': ('1',), 'subpoint': ('2',)}
    """
    stop = min(len(text), start + LONGEST) if end is None else end
    pinpoint: Pinpoint = {}
    at, last, level = start, None, 0
    while (match := STEP.match(text, at, stop)) is not None:
        key = PLACE_STEMS.get(match["stem"].casefold())
        counted = match["numbers"] or match["ordinals"]
        if key is None or (key == "paragraph" and key in pinpoint):
            # "3-бөлімінде", "бірінші сөйлемінде", "екінші бөлігінің төртінші абзацы": places that no key names, or the inner of two
            if not counted:
                break
            last = match.end()
            if (glue := GLUE.match(text, last, stop)) is None:
                break
            at = glue.end()
            continue
        # "қосымша сервистері" are further services, "қосымшасы" and "қосымшаға" an annex.
        further = key == "annex" and not match["numbers"] and match.end() == match.end("stem")
        if further or key in pinpoint or (LEVEL[key] <= level and key != "paragraph"):
            break
        ordinals = ORDINAL_WORD.findall(match["ordinals"] or "")
        numbers = numbers_in(match["numbers"] or "", PLURAL.match(text, match.end("stem"), stop) is not None) or [
            ORDINALS[word.casefold()] for word in ordinals
        ]
        pinpoint[key] = tuple(numbers)  # type: ignore[index]
        last = match.end()
        # A paragraph may stand above a sub-point: "1-тармағының екінші бөлігінің 3) тармақшасына".
        level = max(level, LEVEL[key]) if key != "paragraph" else level
        glue = GLUE.match(text, last, stop)
        if glue is None:
            break
        at = glue.end()
    return (pinpoint, last) if last is not None else None


def numbers_in(printed: str, plural: bool = False) -> list[str]:
    """The numbers of a list, ranges written out; before a plural ("9-11-тармақтарында") a single "9-11" is a range.

    >>> numbers_in("1), 2) және 4)"), numbers_in("2) – 5)"), numbers_in("7-1, 9"), numbers_in("9-11", plural=True)
    (['1', '2', '4'], ['2', '3', '4', '5'], ['7-1', '9'], ['9', '10', '11'])
    """
    found: list[str] = []
    whole = DASHED.fullmatch(printed) if plural else None
    if whole is not None and int(whole["first"]) < int(whole["last"]) <= int(whole["first"]) + WIDEST:
        return [str(number) for number in range(int(whole["first"]), int(whole["last"]) + 1)]
    for match in SINGLE.finditer(printed):
        if match["first"] is None:
            found.append(match.group())
            continue
        first, last = int(match["first"]), int(match["last"])
        spread = range(first, last + 1) if first < last <= first + WIDEST else (first, last)
        found += [str(number) for number in spread]
    return found
