"""Plain text: find the encoding, keep every offset."""

from __future__ import annotations

import codecs
import itertools
import unicodedata

import regex

from adilet_parser.model.problems import Problem, problem
from adilet_parser.model.provenance import Repair
from adilet_parser.read.source import LineBuilder, Page, Source
from adilet_parser.read.unfold import borders

KAZAKH_LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
# Cyrillic words as they stand in running text: "қызметті", "Заң"
CYRILLIC_WORD = regex.compile(r"\b\p{Cyrillic}\p{Ll}{2,}\b")
# Characters no text has: control codes other than tab, line ends and form feed; the replacement character.
NOT_TEXT = regex.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff\ufffd]")
# Combining marks make й of и ("й" as two characters); soft hyphens and zero-width signs are nothing one reads.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
COMBINING = regex.compile(rf"\p{{L}}\p{{M}}+|[{INVISIBLE}]+")
UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
# Blanks of other widths are blanks
BLANKS = dict.fromkeys([0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")


class UnreadableError(ValueError):
    """The bytes are no text that can be read; the message says what they look like."""


def decode(data: bytes) -> tuple[str, str, list[Problem]]:
    """Text, the encoding's name, and a problem if the encoding had to be guessed.

    Raises UnreadableError for bytes that are no text.
    """
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            try:
                return _checked(data.decode(codec)), name, []
            except UnicodeDecodeError as error:
                raise UnreadableError(
                    f"the byte order mark says {name}, but byte {error.start} does not fit"
                ) from error
    try:
        if data.count(0) == 0:
            return _checked(data.decode("utf-8")), "utf-8", []
    except UnicodeDecodeError:
        pass
    guess = _utf16_without_mark(data) or _single_byte(data)
    if guess is None:
        raise UnreadableError("not text in UTF-8, UTF-16, KZ-1048 or CP1251")
    text, name = guess
    return _checked(text), name, [problem("encoding_guessed", f"The text is not UTF-8; read as {name}.")]


def _checked(text: str) -> str:
    """The text itself, unless control codes show that it is none."""
    odd = len(NOT_TEXT.findall(text))
    if odd > 2 + len(text) // 500:
        raise UnreadableError(f"{odd} control characters among {len(text)}: binary data, not text")
    return text


def _utf16_without_mark(data: bytes) -> tuple[str, str] | None:
    """UTF-16 shows itself by its regular zero or 04 bytes (Cyrillic is U+04xx)."""
    if len(data) < 4 or len(data) % 2:
        return None
    for name, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if high.count(0) + high.count(4) > 0.9 * len(high):
            try:
                return data.decode(name), name
            except UnicodeDecodeError:
                return None
    return None


def _single_byte(data: bytes) -> tuple[str, str] | None:
    """KZ-1048 or CP1251, whichever makes more Cyrillic words; null if neither makes any.

    The two differ in a handful of bytes, the Kazakh letters: where they agree the text is the same.
    """
    best: tuple[int, str, str] | None = None
    for name in ("kz1048", "cp1251"):
        text = data.decode(name, errors="replace")
        words = CYRILLIC_WORD.findall(text)
        score = sum(map(len, words)) + sum(text.count(letter) for letter in KAZAKH_LETTERS)
        if name == "kz1048" and not any(letter in text for letter in KAZAKH_LETTERS):
            score -= 1
        if best is None or score > best[0]:
            best = (score, text, name)
    assert best is not None
    letters = sum(map(str.isalpha, best[1]))
    if best[0] < 10 or best[0] < letters // 2:
        return None
    return best[1], best[2]


def read_text(data: bytes) -> Source:
    """A text file as a Source in paint order. Raises UnreadableError."""
    text, encoding, problems = decode(data)
    offsets: tuple[int, ...] | None = None
    repairs: tuple[Repair, ...] = ()
    text = text.translate(BLANKS)
    if COMBINING.search(text):
        text, offsets, repairs = _composed(text)
    builder = LineBuilder()
    pages: list[Page] = []
    new_page = False
    start = 0
    for piece in text.splitlines(keepends=True):
        end = start + len(piece)
        stop = start + len(piece.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
        before = len(builder.lines)
        cuts = [start, *borders(text, start, stop), stop]
        for low, high in itertools.pairwise(cuts):
            builder.add(text, low, high, new_page=new_page, whole=len(cuts) > 2)
        if len(builder.lines) > before:
            new_page = False
        if piece.endswith("\x0c"):
            pages.append(Page(len(pages) + 1, 0, 0, tuple(builder.lines)))
            builder.lines, new_page = [], True
        start = end
    pages.append(Page(len(pages) + 1, 0, 0, tuple(builder.lines)))
    return Source(
        text=text,
        pages=tuple(pages),
        order="paint",
        media_type="text/plain",
        engine="text",
        engine_version=unicodedata.unidata_version,
        encoding=encoding,
        offsets=offsets,
        repairs=repairs,
        problems=tuple(problems),
    )


def _composed(text: str) -> tuple[str, tuple[int, ...], tuple[Repair, ...]]:
    """NFC letters ("и" + breve -> "й") without invisible signs, with the file offset of each and a repair for each change."""
    out: list[str] = []
    offsets: list[int] = []
    repairs: list[Repair] = []
    at = 0
    for match in COMBINING.finditer(text):
        out.append(text[at : match.start()])
        offsets.extend(range(at, match.start()))
        before = match.group()
        after = unicodedata.normalize("NFC", before.translate(UNSEEN))
        out.append(after)
        # Every character of the composed form starts where the letter starts; the next offset is past the marks.
        offsets.extend([match.start()] * len(after))
        if before != after:
            repairs.append(
                Repair(
                    kind="normalised",
                    span=(len(offsets) - len(after), len(offsets)),
                    source=((match.start(), match.end()),),
                    before=before,
                    after=after,
                    rule="composed",
                )
            )
        at = match.end()
    out.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(out), tuple(offsets), tuple(repairs)
