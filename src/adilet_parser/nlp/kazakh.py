"""The language class `kk`: how Kazakh text is cut into tokens, and what a token looks like."""

from __future__ import annotations

from typing import Any

from spacy.attrs import LIKE_NUM  # type: ignore[import-not-found]
from spacy.lang import char_classes
from spacy.lang.punctuation import TOKENIZER_PREFIXES
from spacy.language import BaseDefaults, Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.vocab import Vocab

from adilet_parser.language.numerals import SCALES, TENS, UNITS
from adilet_parser.nlp.extensions import register_extensions
from adilet_parser.nlp.stop_words import STOP_WORDS

# spaCy's classes of letters lack these three: its own rules fail next to them.
MISSING_LOWER, MISSING_UPPER = "ғқұ", "ҒҚҰ"
LETTER = char_classes.ALPHA + MISSING_LOWER + MISSING_UPPER
LOWER = char_classes.ALPHA_LOWER + MISSING_LOWER
UPPER = char_classes.ALPHA_UPPER + MISSING_UPPER
ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
KAZAKH_UPPER = ALPHABET.upper()

# Endings that a hyphen binds to figures: "1-інші", "19-шы", "2019-дан". They are no words of their own.
FIGURE_ENDING = "(?:[ыі]?н)?ш[ыі]|[дтн][ае]н|[мбп]ен|[дтн][ыі]ң"
# The noun behind a number: "5-бабының", "1-ҚОСЫМША"; too long for the letters of a registration number ("35-нқ", "414-V").
NUMBERED_NOUN = rf"(?!(?:{FIGURE_ENDING})(?![{ALPHABET}]))(?:[{KAZAKH_UPPER}]?[{ALPHABET}]{{3}}|[{KAZAKH_UPPER}]{{5}})"

# Acts print no negative numbers: "-20 минут" and "әрі-Заң" have a dash that lost its blanks.
PREFIXES = [*TOKENIZER_PREFIXES, rf"-(?=[{LETTER}0-9])"]
SUFFIXES = [
    *char_classes.LIST_PUNCT,
    *char_classes.LIST_ELLIPSES,
    *char_classes.LIST_QUOTES,
    *char_classes.LIST_ICONS,
    "—",
    "–",
    r"(?<=[0-9])\+",
    rf"(?<=[0-9])(?:{char_classes.CURRENCY})",
    rf"(?<=[0-9])(?:{char_classes.UNITS})",
    rf"(?<=[0-9{LOWER}%²\-\+{char_classes.CONCAT_QUOTES}(?:{char_classes.PUNCT})])\.",
    rf"(?<=[{UPPER}][{UPPER}])\.",
]
# A hyphen between letters stays: "іс-қимыл" is one word; so does the slash of a number: "086/е".
INFIXES = [
    *char_classes.LIST_ELLIPSES,
    *char_classes.LIST_ICONS,
    r"[()\[\]«»\"“”„;]",
    r"(?<=[0-9])[+\-*^](?=[0-9-])",
    rf"(?<=[0-9])-(?={NUMBERED_NOUN})",
    rf"(?<=[{LOWER}][{LOWER}])-(?=[{UPPER}])",
    rf"(?<=[{LETTER}0-9])(?:–|—|--|~)(?=[{LETTER}0-9])",
    rf"(?<=[{LETTER}])[/<>=](?=[{LETTER}])",
    rf"(?<=[{LETTER}0-9\)\]»\"])[,:](?=[{LETTER}«\"\(])",
    rf"(?<=[{LOWER}\)\]»\"])\.(?=[{UPPER}«\"\(])",
]
ABBREVIATIONS = ("т.б.", "т.с.с.", "т.т.", "ж.б.", "б.з.д.", "м.а.")

NUMERALS = frozenset([*UNITS, *TENS, *SCALES, "миллион", "миллиард", "триллион"])
# "отыз" + "ыншы", "екі" + "нші"; "қырық" loses a vowel ("қырқыншы"), "жиырма" gains a consonant ("жиырмасыншы").
STEMS = NUMERALS | {"қырқ"}
ORDINAL = ("ыншы", "інші", "ншы", "нші")


def like_num(text: str) -> bool:
    """Whether a token is a number: figures, numerals, ordinals.

    >>> [like_num(word) for word in ("15", "4,5", "1/2", "1-ші", "жиырма", "Бесінші", "086/е", "онда", "ші")]
    [True, True, True, True, True, True, False, False, False]
    """
    word = text.lower().lstrip("+-±~")
    figures, hyphen, ending = word.partition("-")
    if hyphen and ending in {"ші", "шы", *ORDINAL}:
        word = figures
    parts = word.replace(",", "").replace(".", "").split("/")
    if len(parts) <= 2 and all(part.isdigit() for part in parts):
        return True
    if word in NUMERALS:
        return True
    stems = {word.removesuffix(ending) for ending in ORDINAL if word.endswith(ending)}
    return not STEMS.isdisjoint(stems | {stem.removesuffix("с") for stem in stems})


class KazakhDefaults(BaseDefaults):
    """Rules of cutting. spaCy's common exceptions are left out: their smileys make one token of "8)", and every list has a "8)"."""

    tokenizer_exceptions = {word: [{ORTH: word}] for word in ABBREVIATIONS}  # noqa: RUF012
    prefixes = PREFIXES
    suffixes = SUFFIXES
    infixes = INFIXES
    lex_attr_getters = {LIKE_NUM: like_num}  # noqa: RUF012
    stop_words = set(STOP_WORDS)  # noqa: RUF012


class Kazakh(Language):  # type: ignore[no-untyped-call]
    """Kazakh (Cyrillic). Nothing here grows with the square of a text, so whole codes pass: `max_length` is 100 million."""

    lang = "kk"
    Defaults = KazakhDefaults

    def __init__(self, vocab: Vocab | bool = True, *, max_length: int = 10**8, **settings: Any) -> None:
        super().__init__(vocab, max_length=max_length, **settings)
        # Here, so that Docs read back from disk have `_.act` and `_.record`, too.
        register_extensions()
