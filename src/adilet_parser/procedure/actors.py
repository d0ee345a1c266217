"""Who does a step: by name at its start, and by hand-over from the step before."""

from __future__ import annotations

import regex

from adilet_parser.language.actors import (
    BY,
    CONDITION,
    DEED,
    DOER,
    FINITE,
    HANDED_OVER,
    INSTRUMENTALS,
    LABEL,
    NAMED,
    PARTICIPANTS,
    SUBJECT,
)
from adilet_parser.segment.element import Element

CLOSING = regex.compile(r"[\s.;,]+$")


def participants(container: Element, text: str) -> list[str]:
    """Those whom an annex names as taking part: items of "... қатысатын ... тізбесі:", longest first."""
    names: list[str] = []
    for element in container.walk():
        if element.kind != "point" or not element.own:
            continue
        first = text[slice(*element.own[0])]
        if not PARTICIPANTS.search(first):
            continue
        items = [child for child in element.children if child.kind == "subpoint"]
        names += [CLOSING.sub("", text[slice(*item.own[0])]) for item in items]
        if not items:
            match = SUBJECT.match(first)
            names += [match["actor"]] if match else []
    return sorted(names, key=len, reverse=True)


def actor_of(action: str, names: list[str], terms: list[str]) -> tuple[str | None, str]:
    """The doer that an item names, in the nominative, and the rule that found it.

    >>> actor_of("көрсетілетін қызметті берушінің жауапты орындаушысымен құжаттарды қабылдау", [], [])
    ('көрсетілетін қызметті берушінің жауапты орындаушысы', 'instrumental')
    >>> actor_of("көрсетілетін қызметті алушы порталда тіркеледі", [], [])
    ('көрсетілетін қызметті алушы', 'subject')
    """
    label = LABEL.match(action)
    if label is not None:
        action = action[label.end() :]
    folded = action.casefold()
    for name in names:
        if not folded.startswith(name.casefold()):
            continue
        if folded[len(name) : len(name) + 4] in INSTRUMENTALS:
            return cased(action[: len(name)], terms), "participant_instrumental"
        if folded[len(name) : len(name) + 1] == " " and FINITE.search(action, len(name)):
            return cased(action[: len(name)], terms), "participant_subject"
    match = BY.match(action)
    if match is not None:
        return cased(match["actor"], terms), "instrumental"
    match = SUBJECT.match(action)
    if match is not None and FINITE.search(action, match.end("actor")):
        return cased(match["actor"], terms), "subject"
    match = DOER.match(action)
    if match is not None and DEED.search(action):
        return cased(match["actor"], terms), "doer_in_genitive"
    clause = CONDITION.match(action)
    if clause is not None:
        actor, rule = actor_of(action[clause.end() :], names, terms)
        if actor is not None:
            return actor, rule
    for term in terms:
        # "портал ... жібереді": a thing that a term stands for may act as well.
        if folded.startswith(f"{term.casefold()} ") and FINITE.search(action, len(term)):
            return term, "term_subject"
    return None, "no_actor"


def handed_to(action: str, names: list[str]) -> str | None:
    """The participant to whom a step passes the work on: "... кеңсе қызметкеріне жолдау"."""
    folded = action.casefold()
    for name in names:
        at = folded.rfind(name.casefold())
        if at >= 0 and HANDED_OVER.match(folded, at + len(name)):
            return name
    return None


def names_in(text: str) -> list[str]:
    """Beginnings of names of two words, told by a capital in mid-sentence.

    >>> names_in("құжаттарды Мемлекеттік корпорацияға береді. Басшы оны қарайды")
    ['Мемлекеттік корпо']
    """
    return sorted({" ".join(match.group().split()) for match in NAMED.finditer(text)})


def cased(name: str, terms: list[str]) -> str:
    """A doer's name as records have it.

    A name begins with a small letter, unless it is a defined term's or an abbreviation's."""
    if any(term[:1].isupper() and name.startswith(term) for term in terms) or name[1:2].isupper():
        return name
    return name[:1].lower() + name[1:]
