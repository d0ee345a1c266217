"""FRBR URIs of acts in the naming convention of Akoma Ntoso: `/akn/kz-19/act/qauly/<issuer>/<date>/<number>`."""

from __future__ import annotations

import regex

from adilet_parser.identity.regions import region_of

KINDS = {
    "resolution": "qauly", "order": "buiryq", "decision": "sheshim", "decree": "jarlyq", "law": "zan", "code": "kodeks", "joint": "qauly",
}  # fmt: skip
LETTERS = dict(
    zip(
        "абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяәё",
        [
            "a",
            "b",
            "v",
            "g",
            "g",
            "d",
            "e",
            "e",
            "j",
            "z",
            "i",
            "i",
            "k",
            "q",
            "l",
            "m",
            "n",
            "n",
            "o",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "u",
            "u",
            "f",
            "h",
            "h",
            "ts",
            "ch",
            "sh",
            "sh",
            "",
            "y",
            "i",
            "",
            "e",
            "iu",
            "ia",
            "a",
            "e",
        ],
        strict=True,
    )
)
# Kinds of acts that only Parliament issues: no issuer is needed to tell them apart
BY_ONE = frozenset(["law", "code"])
NOT_SLUG = regex.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Text as a part of a URI.

    >>> slug("Алматы облысы әкімдігі"), slug("А-13/611")
    ('almaty-oblysy-akimdigi', 'a-13-611')
    """
    return NOT_SLUG.sub("-", "".join(LETTERS.get(letter, letter) for letter in text.casefold())).strip("-")


def frbr_uri(act_type: str | None, issuer: str | None, adopted_on: str | None, number: str | None) -> str | None:
    """The work's URI; null without kind, full date and number, or without the issuer where many issue acts of a kind.

    >>> frbr_uri("resolution", "Алматы облысы әкімдігі", "2019-01-28", "43")
    '/akn/kz-19/act/qauly/almaty-oblysy-akimdigi/2019-01-28/43'
    """
    if act_type not in KINDS or adopted_on is None or number is None:
        return None
    if issuer is None and act_type not in BY_ONE:
        return None
    region = region_of(issuer, int(adopted_on[:4])) if issuer else None
    country = f"kz-{region.iso}" if region else "kz"
    parts = ["", "akn", country, "act", KINDS[act_type], *([slug(issuer)] if issuer else []), adopted_on, slug(number)]
    return "/".join(parts)
