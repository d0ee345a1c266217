"""Who signed: "Облыс әкімі Б. Ізмұхамбетов", or the position and the name on lines of their own."""

from __future__ import annotations

import regex

from adilet_parser.model.records import Signature

NAME = r"(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+|\p{Lu}\p{Ll}+\s\p{Lu}\.(?:\s?\p{Lu}\.)?"
POSITION = (
    r"(?<!\p{L})(?:әкімі?|(?:вице-|премьер-)?министрі?|төраға(?:сы|ның\s+орынбасары)?|төрайымы?|хатшысы|президенті?|басшысы|бастығы|"
    r"директоры|прокурор(?:ы)?|орынбасары|атқарушы(?:сы)?|м\.\s?а\.|(?:генерал|полковник)\S*|лейтенанты)"
)
# "Облыс әкімі Б. Ізмұхамбетов", "Әкім И. Тасмағамбетов"
ONE_LINE = regex.compile(
    rf"^(?P<position>(?-i:(?=\p{{Lu}}))[^.;:]*?{POSITION})\s+(?P<name>(?-i:{NAME}))$", regex.IGNORECASE
)
POSITION_LINE = regex.compile(rf"^(?-i:(?=\p{{Lu}}))[^.;:]*?{POSITION}$", regex.IGNORECASE)
NAME_LINE = regex.compile(rf"^(?:{NAME})$")


# "КЕЛІСІЛДІ" opens the block of those who agreed
AGREED = regex.compile(r"^[\"«]?КЕЛІСІЛ(?:ДІ|ГЕН)[\"»]?:?$", regex.IGNORECASE)
# "Қазақстан Республикасының А. Сәрінжіпов": the name stands beside the first line of a position
NAME_AT_END = regex.compile(rf"^(?P<before>\p{{Lu}}[^.;:]*?)\s+(?P<name>{NAME})$")
LONGEST = 200
MOST_LINES = 5


def signature_of(line: str) -> Signature | None:
    """The signature that stands on one line.

    >>> signature_of("Облыс әкімі Б. Ізмұхамбетов")
    Signature(position='Облыс әкімі', name='Б. Ізмұхамбетов')
    """
    match = ONE_LINE.match(line) if len(line) < LONGEST else None
    return Signature(position=match["position"], name=match["name"]) if match else None


def signatures_at(lines: list[str]) -> list[Signature]:
    """The signatures that begin with the first of these lines, one below the other, up to those who only agreed.

    >>> [s.name for s in signatures_at(["Сессия төрағасы А. Насиханов", "Аудандық мәслихат хатшысы Б. Жүгінісов", "КЕЛІСІЛДІ"])]
    ['А. Насиханов', 'Б. Жүгінісов']
    """
    found: list[Signature] = []
    at = 0
    while at < len(lines) and (hit := signature_at(lines[at : at + MOST_LINES])) is not None:
        found.append(hit[0])
        at += hit[1]
    return found


def signature_at(lines: list[str]) -> tuple[Signature, int] | None:
    """The signature that begins with the first of these lines, and how many it takes: on one line, stacked, or with the
    name beside the position.

    >>> signature_at(["Қазақстан Республикасының", "Білім және ғылым министрі", "А. Аймагамбетов"])
    (Signature(position='Қазақстан Республикасының Білім және ғылым министрі', name='А. Аймагамбетов'), 3)
    >>> signature_at(["Қазақстан Республикасының А. Сәрінжіпов", "Білім және ғылым министрі"])
    (Signature(position='Қазақстан Республикасының Білім және ғылым министрі', name='А. Сәрінжіпов'), 2)
    """
    if not lines or len(lines[0]) > LONGEST:
        return None
    one = signature_of(lines[0])
    if one is not None:
        return one, 1
    beside = NAME_AT_END.match(lines[0])
    if beside is not None and len(lines) > 1 and POSITION_LINE.match(f"{beside['before']} {lines[1]}"[:LONGEST]):
        return Signature(position=f"{beside['before']} {lines[1]}", name=beside["name"]), 2
    for count in range(1, min(MOST_LINES, len(lines))):
        position = " ".join(lines[:count])
        if NAME_LINE.match(lines[count]) and len(position) <= LONGEST and POSITION_LINE.match(position):
            return Signature(position=position, name=lines[count]), count + 1
    return None
