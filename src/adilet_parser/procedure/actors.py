"""Who does a step: by name at its start, and by hand-over from the step before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from adilet_parser.language.actors import (
    ABOUT_THING,
    BEFORE,
    BY,
    CLAUSE,
    CONDITION,
    DASHED,
    DEED,
    DOCUMENT,
    DOER,
    DOER_END,
    DOES,
    FINITE,
    HANDED_OVER,
    LABEL,
    LEAD,
    NAMED,
    NAMED_ALONE,
    NAMED_DOER,
    NAMES,
    PASSIVE,
    PLACE_NAME,
    POSSESSED_THING,
    SERVED,
    SUBJECT,
    THING,
    TRAILING,
)
from adilet_parser.language.patience import limit
from adilet_parser.procedure.cast import Cast, Participant
from adilet_parser.procedure.wording import Wording

# "өтінішті тіркейді (|бөлім маманы|)"
BRACKET = regex.compile(r"\(([^()]{3,120})\)")


def actor_of(action: str, cast: Cast, terms: list[str]) -> tuple[str | None, str]:
    """The doer that an item names, in the nominative and as the list of participants has it, and the rule that found it.

    >>> actor_of("көрсетілетін қызметті берушінің жауапты орындаушысымен құжаттарды қабылдау", Cast(), [])
    ('көрсетілетін қызметті берушінің жауапты орындаушысы', 'instrumental')
    >>> actor_of("көрсетілетін қызметті алушы порталда тіркеледі", Cast(), [])
    ('көрсетілетін қызметті алушы', 'subject')
    """
    label = LABEL.match(action)
    if label is not None:
        action = action[label.end() :]
    mention = cast.doer(action)
    found = _by_words(action)
    if mention is not None and (
        found is None or mention.end <= found.end or (mention.main and cast.listed(found.actor) in cast.names)
    ):
        return cased(mention.name, terms), f"participant_{mention.case}"
    if found is not None:
        return cased(cast.listed(found.actor), terms), found.rule
    named = cast.bracketed([match[1] for match in BRACKET.finditer(action)])
    if named is not None:
        return cased(named, terms), "participant_in_bracket"
    trailing = TRAILING.search(action)
    if trailing is not None:
        return cased(cast.listed(trailing["actor"]), terms), "doer_behind_deed"
    folded = action.casefold()
    for term in terms:
        # "портал ... жібереді": a thing that a term stands for may act as well.
        verb = FINITE.search(action, len(term)) if folded.startswith(f"{term.casefold()} ") else None
        if verb is not None and not PASSIVE.search(action, 0, verb.end()):
            return term, "term_subject"
    return None, "no_actor"


@dataclass(frozen=True, slots=True)
class Doer:
    """The words for who acts, where they end in the action, and the rule that found them."""

    actor: str
    end: int
    rule: str


def _by_words(action: str) -> Doer | None:
    """Who acts by the form of the words: behind a condition, at the start, or behind what goes before."""
    for lead in (CONDITION, None, BEFORE):
        match = lead.match(action) if lead is not None else None
        if match is None and lead is not None:
            continue
        start = match.end() if match is not None else 0
        doer = (_by_words if lead is CONDITION else _by_form)(action[start:])
        if doer is not None:
            return replace(doer, end=doer.end + start)
    return None


def _by_form(action: str) -> Doer | None:
    """Who acts by the form of the words: an instrumental, a subject with its verb, a genitive with what is done."""
    for pattern, rule in (
        (BY, "instrumental"),
        (DASHED, "doer_before_dash"),
        (DOER, "doer_in_genitive"),
        (SUBJECT, "subject"),
    ):
        match = pattern.match(action)
        if match is None:
            continue
        end = match.end("actor")
        acts = DEED.search(action, end) or (
            rule == "subject" and (FINITE.search(action, end) or DOES.match(action, end))
        )
        following = action[end:].split(maxsplit=2)[1:2] if rule == "doer_in_genitive" else []
        thing = rule == "doer_in_genitive" and (
            THING.search(match["actor"])
            or any(POSSESSED_THING.search(word) for word in following)
            or ABOUT_THING.match(action, end)
        )
        if rule in {"instrumental", "doer_before_dash"} or (acts and not thing):
            named = _acting(action, match["actor"]) if rule == "subject" else match["actor"]
            actor = SERVED.sub("", LEAD.sub("", named))
            if actor and not CLAUSE.search(actor):
                return Doer(actor, end - len(match["actor"]) + len(named), rule)
    return None


def _acting(action: str, named: str) -> str:
    """The name without a last noun that only says whose the next is: "жауапты орындаушы| аңшы куәлігінің"; empty if no doer is left."""
    words = Wording(action)
    if not words.owns_at(len(named)):
        return named
    before, _, _ = named.rpartition(" ")
    return before if DOER_END.search(before) and not words.owns_at(len(before)) else ""


def said_before(actor: str, earlier: Sequence[str]) -> str:
    """A doer of one word as the steps before call him in full, if they name one such.

    >>> said_before("қызметкер", ["Мемлекеттік корпорация қызметкері"]), said_before("басшы", ["кеңсе басшысы", "бөлім басшысы"])
    ('Мемлекеттік корпорация қызметкері', 'басшы')
    """
    return Cast([Participant.of(name) for name in earlier]).listed(actor) if " " not in actor else actor


def handed_to(action: str, names: list[str]) -> str | None:
    """The participant to whom a step passes the work on: "... кеңсе қызметкеріне жолдау"."""
    folded = action.casefold()
    for name in names:
        at = folded.rfind(name.casefold())
        if at >= 0 and HANDED_OVER.match(folded, at + len(name)):
            return name
    return None


def names_in(text: str) -> list[str]:
    """Beginnings of names, told by a capital in mid-sentence: two words, or a noun that stands alone with its ending.

    >>> names_in("құжаттарды Мемлекеттік корпорацияға береді, кейін Орталыққа. Басшы оны қарайды")
    ['Мемлекеттік корпо', 'Мемлекеттік корпорация', 'Орталық']
    """
    alone = {
        match[1] for pattern in (NAMED_ALONE, NAMED_DOER) for match in pattern.finditer(text, timeout=limit(text))
    } | set(NAMES)
    return sorted({" ".join(match.group().split()) for match in NAMED.finditer(text, timeout=limit(text))} | alone)


def cased(name: str, terms: list[str]) -> str:
    """A doer's name as records have it.

    A name begins with a small letter, unless it is a defined term's or an abbreviation's."""
    named = any(term[:1].isupper() and name.startswith(term) and not DOCUMENT.match(term) for term in terms)
    if named or name[1:2].isupper() or PLACE_NAME.match(name):
        return name
    return name[:1].lower() + name[1:]
