"""Headings of the columns of a table of actions."""

from __future__ import annotations

import regex

# What a column (or row) of a table of actions holds, by its heading; the first that matches counts
ROLES: tuple[tuple[regex.Pattern[str], str], ...] = (
    (regex.compile(r"келесі", regex.IGNORECASE), "next"),
    (regex.compile(r"мерзім|ұзақтығы|уақыты", regex.IGNORECASE), "time"),
    (regex.compile(r"аяқталу|нәтиже|нысаны\b", regex.IGNORECASE), "result"),
    # "Әрекеттің (барысының, жұмыс ағынының) нөмірі", "№", "Р/с N", "әрекеттер N"
    (regex.compile(r"нөмірі|\bР/с|^\W*(?:№|N)|(?:№|\bN)\s*$|реттік", regex.IGNORECASE), "number"),
    # "Құрылымдық бөлімше атауы", "ҚФБ атауы", "Жауапты тұлға", "Қатысушылар"
    (
        regex.compile(r"бөлімше|бірлік|ҚФБ|қатысушы|орындаушы|жауапты|қызметкер|субъект|тұлға", regex.IGNORECASE),
        "actor",
    ),
    # "Әрекеттің атауы және сипаттамасы", "Рәсімнің мазмұны"
    (regex.compile(r"әрекет|қимыл|рәсім|үдеріс|процес|мазмұны|сипаттамасы|операция", regex.IGNORECASE), "action"),
)


def role_of(heading: str) -> str | None:
    """What a column of this heading holds; null if it is none of a table of actions.

    >>> role_of("Құрылымдық бөлімше атауы"), role_of("Орындау мерзімі"), role_of("Мекенжайы")
    ('actor', 'time', None)
    """
    return next((name for pattern, name in ROLES if pattern.search(heading)), None)
