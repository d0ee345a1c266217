"""The query face: flat records keyed by `at`. Names and closed words are those of the annotation guide."""

from typing import Literal

from adilet_parser.model.base import Frozen, Record

ActType = Literal["resolution", "order", "law", "code", "decision", "decree", "joint", "other"]
CitedType = Literal["law", "code", "order", "resolution", "decision", "decree", "other"]
Status = Literal["repealed", "in_force", "new", "unknown"]
StatusSource = Literal["header", "note"]
AnnexKind = Literal["regulation", "standard", "rules", "list", "form", "process_directory", "other"]
ChapterLevel = Literal["part", "section", "chapter", "paragraph"]
Procedure = Literal["provider", "corporation", "portal", "other"]
Calendar = Literal["working", "calendar"]
Bound = Literal["at_most", "at_least", "before", "same_day", "exact"]
DurationRole = Literal["step", "validity", "deadline", "waiting", "entry_into_force", "other"]
Unit = Literal["second", "minute", "hour", "day", "week", "month", "year"]
CitationKind = Literal["external", "internal", "defined_term", "form"]
Relation = Literal["legal_basis", "approved_by", "amends", "repeals", "repealed_by", "amended_by", "refers"]
Resolution = Literal["resolved", "ambiguous", "unresolved"]
NoteKind = Literal["repealed", "reworded", "added", "title_reworded", "changed", "effective", "editorial", "other"]
Operation = Literal["reword", "add", "delete", "replace_words"]
IdBasis = Literal["registration_number", "act_number", "known_act"]
IdCertainty = Literal["sure", "doubtful"]
Pinpoint = dict[Literal["article", "chapter", "annex", "point", "subpoint", "paragraph"], tuple[str, ...]]


class Registration(Frozen):
    """Entry in the state register of normative acts; `body` in the nominative, `registered_on` an ISO date."""

    body: str
    registered_on: str | None
    number: str | None


class ActRef(Frozen):
    """Another act by what identifies it; `adopted_on` is an ISO date."""

    issuer: str | None
    adopted_on: str | None
    number: str | None


class Issuer(Frozen):
    """One of the bodies behind a joint act."""

    issuer: str
    type: ActType
    adopted_on: str | None
    number: str | None


class Signature(Frozen):
    """Who signed, as printed."""

    position: str
    name: str


class ActFacts(Frozen):
    """What the header says about the act. Names of bodies are in the nominative, dates ISO 8601, unknowns null.

    `effective` is the day from which the act says that it is in force; null where it counts from its publication.
    """

    type: ActType
    title: str | None
    issuer: str | None
    adopted_on: str | None
    number: str | None
    registration: Registration | None
    status: Status
    status_source: StatusSource | None
    repealed_by: ActRef | None
    signed_by: tuple[Signature, ...]
    issuers: tuple[Issuer, ...] = ()
    effective: str | None = None
    adilet_id: str | None = None
    url: str | None = None
    id_basis: IdBasis | None = None
    id_certainty: IdCertainty | None = None
    frbr_uri: str | None = None


class Annex(Record):
    """`header_present` is false where the source has lost the header and the number was inferred."""

    number: str | None
    at: str
    parent: str | None
    kind: AnnexKind
    title: str | None
    service: str | None
    header_present: bool


class Chapter(Record):
    """A heading; `title` is printed without its number."""

    annex: str | None
    number: str | None
    title: str
    level: ChapterLevel


class Point(Record):
    """A numbered point, sub-point or article with its own text."""

    at: str
    text: str


class DurationPart(Frozen):
    """One number and its unit, e.g. 7 hours; `half` adds half a unit ("жарты күн" is value 0 and a half)."""

    value: int
    half: bool = False
    unit: Unit
    calendar: Calendar | None

    @property
    def amount(self) -> float:
        """The number of units, half ones counted."""
        return self.value + 0.5 * self.half


class Duration(Record):
    """A length of time. `iso8601` follows ISO 8601; `spelled` is the number in words, where both are printed."""

    at: str
    text: str
    iso8601: str
    calendar: Calendar | None
    bound: Bound
    parts: tuple[DurationPart, ...]
    spelled: int | None
    anchor: str | None
    role: DurationRole
    quoted: bool = False


class Citation(Record):
    """A reference to another act (`external`), to a place in this one (`internal`), to a place in a document named by a
    term (`defined_term`), or to an official form by number (`form`).

    `target` is the locator an internal reference means; null when nothing or more than one thing fits, and then
    `resolution` and a problem say which. `document` is, for a place in a document named by a term, the index of the
    citation that the term stands for. `adilet_id` and `url` lead to the cited act; `id_basis` says what the id was
    computed from, `id_certainty` whether that can be relied on.
    """

    at: str
    kind: CitationKind
    text: str
    act_type: CitedType | None = None
    issuer: str | None = None
    adopted_on: str | None = None
    number: str | None = None
    title: str | None = None
    registration_number: str | None = None
    pinpoint: Pinpoint | None = None
    term: str | None = None
    target: str | None = None
    target_span: tuple[int, int] | None = None
    relation: Relation
    approves: str | None = None
    resolution: Resolution
    quoted: bool = False
    document: int | None = None
    adilet_id: str | None = None
    url: str | None = None
    id_basis: IdBasis | None = None
    id_certainty: IdCertainty | None = None
    frbr_uri: str | None = None


class Branch(Frozen):
    """One case of a step whose time depends on a condition; `duration` is an index into `durations`."""

    condition: str
    duration: int


class Step(Record):
    """One action of a procedure: who, does what, in what time, with what result; `number` is null in a table that counts none."""

    at: str
    procedure: Procedure
    number: str | None
    actor: str | None
    actor_inferred: str | None
    action: str
    durations: tuple[int, ...]
    result: str | None
    branches: tuple[Branch, ...] = ()
    conditions: tuple[str, ...] = ()
    citations: tuple[int, ...] = ()


class Note(Record):
    """An editor's note (`Ескерту.`, РҚАО / ЗҚАИ) at the element it names."""

    at: str
    kind: NoteKind
    text: str
    by_date: str | None
    by_number: str | None
    amenders: tuple[ActRef, ...] = ()


class DefinedTerm(Record):
    """`(бұдан әрі – term)`; `at` is the annex in which it holds, null for the whole act."""

    at: str | None
    term: str
    meaning: str


class Amendment(Record):
    """One instruction of an amending act; `target_act` is an index into `citations`."""

    at: str
    target_act: int | None
    target: str | None
    operation: Operation
    new_text: str | None


class Link(Record):
    """A hyperlink of the page: `uri` from its annotation; where there is none, the order of painting tells a link."""

    text: str
    uri: str | None
    found: Literal["annotation", "paint_order"]
