"""Who signed: "Облыс әкімі Б. Ізмұхамбетов", or the position and the name on lines of their own."""

from __future__ import annotations

import regex

from adilet_parser.model.records import Signature

NAME = r"(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{Ll}-]+|\p{Lu}\p{Ll}+\s\p{Lu}\.(?:\s?\p{Lu}\.)?"
POSITION = (
    r"(?:әкімі|министрі|министр|төрағасы|төрайымы|хатшысы|президенті|премьер-министрі|басшысы|атқарушы|атқарушысы|"
    r"төрағаның орынбасары|м\.\s?а\.)"
)
# "Облыс әкімі Б. Ізмұхамбетов"
ONE_LINE = regex.compile(rf"^(?P<position>\p{{Lu}}[^.;:]*?{POSITION})\s+(?P<name>{NAME})$", regex.IGNORECASE)
POSITION_LINE = regex.compile(rf"^\p{{Lu}}[^.;:]*?{POSITION}$", regex.IGNORECASE)
NAME_LINE = regex.compile(rf"^(?:{NAME})$")


def signature_of(line: str) -> Signature | None:
    """The signature that stands on one line.

    >>> signature_of("Облыс әкімі Б. Ізмұхамбетов")
    Signature(position='Облыс әкімі', name='Б. Ізмұхамбетов')
    """
    match = ONE_LINE.match(line) if len(line) < 200 else None
    return Signature(position=match["position"], name=match["name"]) if match else None


def is_position(line: str) -> bool:
    """True for a position without a name: "Білім және ғылым министрі"."""
    return len(line) < 200 and POSITION_LINE.match(line) is not None


def is_name(line: str) -> bool:
    """True for a name alone: "А. Аймагамбетов"."""
    return len(line) < 60 and NAME_LINE.match(line) is not None
