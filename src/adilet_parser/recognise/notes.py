"""Editor's notes: "Ескерту. 1-тармақ жаңа редакцияда – Алматы облысы әкімдігінің 08.10.2019 № 434 қаулысымен (...)."."""

from __future__ import annotations

import regex

from adilet_parser.language.act_numbers import squeeze
from adilet_parser.language.bodies import issuer_before, nominative
from adilet_parser.language.dates import ANY, iso_of
from adilet_parser.language.line_forms import EDITOR_HEAD, NOTE_START
from adilet_parser.model.records import ActRef, Note, NoteKind
from adilet_parser.recognise.places import Places

# When the change comes into force is no kind: "(алғашқы ресми жарияланған ... қолданысқа енгізіледі)"
BRACKETS = regex.compile(r"\([^()]*\)")
# Ordered: the first that occurs names the kind
KINDS: tuple[tuple[regex.Pattern[str], NoteKind], ...] = (
    (regex.compile(r"^\s*(?:РҚАО|ЗҚАИ|Қолданушылар назарына)"), "editorial"),
    (regex.compile(r"күші\s+жойыл", regex.IGNORECASE), "repealed"),
    (
        regex.compile(
            r"(?:тақырып|тақырыбы|атауы)\p{Ll}*\s+(?:\p{L}+\s+){0,3}?(?:жаңа\s+редакцияда|өзгерді)", regex.IGNORECASE
        ),
        "title_reworded",
    ),
    (regex.compile(r"жаңа\s+редакцияда", regex.IGNORECASE), "reworded"),
    (regex.compile(r"толықтырыл", regex.IGNORECASE), "added"),
    # "7-бап алып тасталды", "62-68-баптар алынып тасталды", bare "Алып тасталды"; words that are taken out only change it
    (
        regex.compile(
            r"(?:(?:тармақша|тармақ|бап|тарау|қосымша|бөлік|абзац)(?:[лдт][ае]р)?\s+|^\s*Ескерту\.\s+)ал(?:ын)?ып\s+тасталды",
            regex.IGNORECASE,
        ),
        "repealed",
    ),
    (regex.compile(r"ал(?:ын)?ып\s+таст|өзгер|ауыстырыл", regex.IGNORECASE), "changed"),
    (regex.compile(r"қолданысқа\s+енгізіл", regex.IGNORECASE), "effective"),
)
# "Алматы облысы әкімдігінің 08.10.2019 № 434", "ҚР Үкіметінің 15.08.2016 № 610", "ҚР 2010.11.23 № 354-IV"
AMENDER = regex.compile(rf"{ANY}\s+(?:№|N)\s?(?P<number>[\p{{L}}\d]+(?:\s?[-/]\s?[\p{{L}}\d]+)*)")
# "ҚР |2010.11.23 № 354-IV": laws are the country's
COUNTRY_BEFORE = regex.compile(r"(?r)\bҚР\s+")


def read_notes(text: str, places: Places) -> list[Note]:
    """All notes of the act as records."""
    notes: list[Note] = []
    leaves = [leaf for leaf in places.leaves if leaf.kind == "note"]
    for above, leaf in zip([None, *leaves], leaves, strict=False):
        printed = text[leaf.start : leaf.end]
        if above is not None and goes_on(text[above.start : above.end], printed):
            notes[-1] = notes[-1].model_copy(
                update={"span": (above.start, leaf.end), "at": leaf.at, "text": text[above.start : leaf.end]}
            )
            continue
        plain = BRACKETS.sub(" ", printed)
        kind: NoteKind = next((name for pattern, name in KINDS if pattern.search(plain)), "other")
        amenders = () if kind == "effective" else amenders_of(printed)
        first = amenders[0] if amenders else None
        notes.append(
            Note(
                span=(leaf.start, leaf.end),
                rule=f"note_{kind}",
                at=leaf.at,
                kind=kind,
                text=printed,
                by_date=first.adopted_on if first else None,
                by_number=first.number if first else None,
                amenders=amenders,
            )
        )
    return notes


def goes_on(above: str, below: str) -> bool:
    """True if an editor's note has its words on the next line.

    >>> goes_on("ЗҚАИ-ның ескертпесі!", "4-бап жаңа редакцияда көзделген – ҚР 16.01.2026 № 259-VIII Заңымен.")
    True
    """
    return EDITOR_HEAD.match(above) is not None and NOTE_START.match(below) is None


def amenders_of(note: str) -> tuple[ActRef, ...]:
    """The acts that a note names as its cause.

    >>> [(a.issuer, a.adopted_on, a.number) for a in amenders_of("жаңа редакцияда – Алматы облысы әкімдігінің 08.10.2019 № 434 қаулысымен")]
    [('Алматы облысы әкімдігі', '2019-10-08', '434')]
    """
    found = []
    for match in AMENDER.finditer(note):
        body = issuer_before(note, 0, match.start()) or COUNTRY_BEFORE.match(note, 0, match.start())
        issuer = nominative(body.group()) if body is not None else None
        found.append(ActRef(issuer=issuer, adopted_on=iso_of(match), number=squeeze(match["number"])))
    return tuple(found)
