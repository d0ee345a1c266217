"""What an Akoma Ntoso document says about itself: work, expression and manifestation, and the concepts it names.

Identifiers follow the naming convention: `/akn/kz-19/act/qauly/<issuer>/<date>/<number>` is the work,
`.../kaz@` its text in Kazakh, `.../!annex_1` a part that is a document of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from adilet_parser.export.xml_text import xml_text
from adilet_parser.identity.frbr import KINDS, slug
from adilet_parser.model.act import Act

# The schema wants a date in every FRBRdate and knows no empty one. Where the act gives no date, this one stands, which
# no act can have, and its name says that it is none.
NO_DATE = ("0001-01-01", "unknown")
LANGUAGE = {"kk": "kaz", "ru": "rus"}
PARSER = "adilet-parser"


class Concepts:
    """What marks refer to, told once in the references of the act."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[str, str]] = {}

    def refer(self, tag: str, name: str, shown: str) -> str:
        """The reference to a concept; it is listed with the first words it is shown as."""
        self.known.setdefault(name, (tag, xml_text(shown)))
        return f"#{name}"

    def write(self, parent: Element) -> None:
        """All concepts referred to, in order of their first use."""
        for name, (tag, shown) in self.known.items():
            kind = tag.removeprefix("TLC").lower()
            href = f"/akn/ontology/{kind}/kz/{name}"
            SubElement(parent, tag, {"eId": name, "href": href, "showAs": shown})


def work_uri(act: Act) -> str:
    """The act's URI; where it cannot be made, one of what is known, with the file's hash for the number.

    A part that is not known is called so ("undated") and not guessed.
    """
    facts = act.act
    if facts.frbr_uri is not None:
        return facts.frbr_uri
    issuer = [slug(facts.issuer) or "unknown"] if facts.issuer else []
    number = (slug(facts.number) if facts.number else "") or f"sha256-{act.source.sha256[:16]}"
    return "/".join(["/akn/kz/act", KINDS.get(facts.type, "other"), *issuer, facts.adopted_on or "undated", number])


def write_meta(document: Element, act: Act, concepts: Concepts, component: str | None = None) -> None:
    """The `meta` of the act, or of one of its annexes (`component`); only the act's lists the concepts."""
    meta = SubElement(document, "meta")
    identification = SubElement(meta, "identification", source=f"#{PARSER}")
    authors = _authors(act, concepts)
    parser = concepts.refer("TLCObject", PARSER, PARSER)
    work = work_uri(act)
    expression = f"{work}/{LANGUAGE[act.language]}@"
    part = f"!{component}" if component else "!main"

    element = _level(identification, "FRBRWork", f"{work}/{part}", work, _aliases(act, component))
    _dated(element, (act.act.adopted_on, "adoption") if act.act.adopted_on else NO_DATE, authors)
    SubElement(element, "FRBRcountry", value=work.split("/")[2])
    if component is None and act.act.type in KINDS:
        SubElement(element, "FRBRsubtype", value=KINDS[act.act.type])
    for number in filter(None, [act.act.number]):
        SubElement(element, "FRBRnumber", value=xml_text(number))

    element = _level(identification, "FRBRExpression", f"{expression}/{part}", expression)
    _dated(element, _version(act), authors)
    # read from a copy by a program: not the text that has the force of law
    SubElement(element, "FRBRauthoritative", value="false")
    SubElement(element, "FRBRlanguage", language=LANGUAGE[act.language])

    element = _level(identification, "FRBRManifestation", f"{expression}/{part}.xml", f"{expression}.akn")
    # the same act must give the same document, so the day of writing is not told
    _dated(element, NO_DATE, [parser])
    SubElement(element, "FRBRformat", value="application/akn+xml")


def write_references(document: Element, concepts: Concepts) -> None:
    """The references of a document whose body is written: only then all concepts are known."""
    meta = document.find("meta")
    if meta is not None:
        concepts.write(SubElement(meta, "references", source=f"#{PARSER}"))


def _level(parent: Element, tag: str, this: str, uri: str, aliases: Iterable[tuple[str, str]] = ()) -> Element:
    element = SubElement(parent, tag)
    SubElement(element, "FRBRthis", value=xml_text(this))
    SubElement(element, "FRBRuri", value=xml_text(uri))
    for name, value in aliases:
        SubElement(element, "FRBRalias", name=name, value=xml_text(value))
    return element


def _aliases(act: Act, component: str | None) -> list[tuple[str, str]]:
    if component is not None:
        title = next((annex.title for annex in act.annexes if annex.at == component), None)
        return [("title", title)] if title else []
    facts = act.act
    named = [("title", facts.title), ("adilet", facts.adilet_id), ("url", facts.url)]
    return [(name, value) for name, value in named if value]


def _authors(act: Act, concepts: Concepts) -> list[str]:
    """Who issued the act, several for a joint one; the schema wants an author also where the act names none."""
    names = [issuer.issuer for issuer in act.act.issuers] or [act.act.issuer or "unknown"]
    return [
        concepts.refer("TLCOrganization", f"author-{number}" if len(names) > 1 else "author", name)
        for number, name in enumerate(names, 1)
    ]


def _dated(parent: Element, date: tuple[str, str], authors: Iterable[str]) -> None:
    SubElement(parent, "FRBRdate", date=date[0], name=date[1])
    for author in authors:
        SubElement(parent, "FRBRauthor", href=author)


def _version(act: Act) -> tuple[str, str]:
    """As of when the text stands: the last change that its notes tell of, else the adoption."""
    changes = [note.by_date for note in act.notes if note.by_date is not None]
    if changes:
        return max(changes), "lastChange"
    return (act.act.adopted_on, "adoption") if act.act.adopted_on else NO_DATE
