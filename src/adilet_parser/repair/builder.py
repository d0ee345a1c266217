"""Lays mended lines down as paragraphs, with every change on record."""

from __future__ import annotations

from bisect import bisect_right

from adilet_parser.model.base import Span
from adilet_parser.model.problems import Problem, problem
from adilet_parser.model.provenance import Repair, RepairKind
from adilet_parser.read.source import Line, Source
from adilet_parser.repair.border import PAGE_GAP
from adilet_parser.repair.headings import glued_heading
from adilet_parser.repair.repaired import MendedLine, Paragraph, Repaired


class Builder:
    """Lays paragraphs one under the other and writes down what was changed where."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.folded_text = text
        self.pieces: list[str] = []
        self.length = 0
        self.paragraphs: list[Paragraph] = []
        self.runs: list[tuple[int, int, int]] = []
        self.dropped: list[Span] = []
        self.repairs: list[Repair] = []
        self.problems: list[Problem] = []

    def add(self, group: list[MendedLine]) -> None:
        """One paragraph; a heading glued to a title becomes a paragraph of its own."""
        if self.pieces:
            self.pieces.append("\n")
            self.length += 1
        start = self.length
        first = group[0].line
        if first.cell is not None and first.start and self.source.text[first.start - 1] == " ":
            # a cell that was parted from the one before it in its printed line
            self._log("normalised", (start - 1, start), ((first.start - 1, first.start),), " ", "\n", "gridded")
        elif first.start and not self.source.text[first.start - 1].isspace():
            self._log("heading_split", (start - 1, start), ((first.start, first.start),), "", "\n", "status_apart")
        for index, part in enumerate(group):
            if index:
                self._log_join(group[index - 1], part)
                self.pieces.append(part.joint)
                self.length += len(part.joint)
            self._log_line(part)
            self.runs.extend((self.length + at, source, length) for at, source, length in part.strand.runs)
            self.pieces.append(part.strand.text)
            self.length += len(part.strand.text)
        torn = group[0].verdict == "torn"
        if torn:
            message = "A remainder of a lost stretch stands here; nothing was read from it."
            self.problems.append(problem("text_torn", message, None, (start, self.length)))
        cell = group[0].line.cell
        cut = self._split(start) if cell is None else None
        if cut is None:
            self.paragraphs.append(Paragraph(start, self.length, torn, cell))
        else:
            self.paragraphs += [Paragraph(start, cut, torn), Paragraph(cut + 1, self.length, torn)]

    def _split(self, start: int) -> int | None:
        """Puts a line break before a glued heading; the blank that stood there has the same length."""
        paragraph = self._last_paragraph(start)
        offset = glued_heading(paragraph)
        if offset is None:
            return None
        while self.length > start and self.pieces:
            self.length -= len(self.pieces.pop())
        whole = paragraph[: offset - 1] + "\n" + paragraph[offset:]
        self.pieces.append(whole)
        self.length += len(whole)
        cut = start + offset - 1
        self._log("heading_split", (cut, cut + 1), (), " ", "\n", "glued_heading")
        return cut

    def _last_paragraph(self, start: int) -> str:
        pieces: list[str] = []
        at = self.length
        for piece in reversed(self.pieces):
            if at <= start:
                break
            pieces.append(piece)
            at -= len(piece)
        return "".join(reversed(pieces))

    def _log(self, kind: RepairKind, span: Span, source: tuple[Span, ...], before: str, after: str, rule: str) -> None:
        places = tuple(self.source.file_span(*place) for place in source)
        self.repairs.append(Repair(kind=kind, span=span, source=places, before=before, after=after, rule=rule))

    def _log_join(self, above: MendedLine, part: MendedLine) -> None:
        kind: RepairKind = "page_break" if part.line.new_page or part.line.gap >= PAGE_GAP else "line_join"
        span = (self.length, self.length + len(part.joint))
        self._log(kind, span, ((above.line.end, part.line.start),), "\n", part.joint, part.rule)

    def _log_line(self, part: MendedLine) -> None:
        """Links and hyphens put back, or runs of blanks made one, inside a printed line."""
        base = self.length
        for offset in part.hyphens:
            self._log("hyphen_restored", (base + offset, base + offset + 1), (), "", "-", "lost_hyphen")
        if part.unplaced:
            message = f"A link text at the end of this line has no certain place: {part.strand.text[-60:]!r}"
            self.problems.append(problem("link_unplaced", message, None, (base, base + len(part.strand.text))))
        if part.placement is not None:
            start = part.line.start + (part.line.indent if part.line.indent > 1 else 0)
            for hole, (low, high), shape in zip(
                part.placement.holes, part.placement.links, part.placement.shapes, strict=True
            ):
                at = next(run for run in part.strand.runs if run[1] <= start + low < run[1] + run[2])
                place_ = base + at[0] + start + low - at[1]
                link = self.folded_text[start + low : start + high]
                if self.folded_text[start + hole : start + low].strip():
                    self._log(
                        "link_restored",
                        (place_, place_ + high - low),
                        ((start + low, start + high),),
                        link,
                        link,
                        shape,
                    )
            return
        for left, right in zip(part.strand.runs, part.strand.runs[1:], strict=False):
            gap = (left[1] + left[2], right[1])
            if gap[0] == gap[1]:
                continue
            before = self.folded_text[gap[0] : gap[1]]
            self._log("blank_run", (base + left[0] + left[2], base + right[0]), (gap,), before, " ", "one_blank")

    def log_folded(self, changed: list[Span]) -> None:
        """Words of mixed script that were put right."""
        by_source = sorted((source, at, length) for at, source, length in self.runs)
        starts = [run[0] for run in by_source]
        for start, end in changed:
            run = by_source[max(bisect_right(starts, start) - 1, 0)] if by_source else (0, 0, 0)
            if not run[0] <= start < run[0] + run[2]:
                continue
            at = run[1] + start - run[0]
            before, after = self.source.text[start:end], self.folded_text[start:end]
            self._log("homoglyph", (at, at + end - start), ((start, end),), before, after, "fold")

    def log_dropped(self, line: Line, rule: str) -> None:
        """A line that is the page's, not the act's."""
        self.dropped.append((line.start, line.end))
        at = next((at for at, source, _ in self.runs if source > line.start), self.length)
        self._log(
            "dropped_furniture", (at, at), ((line.start, line.end),), self.source.text[line.start : line.end], "", rule
        )

    def result(self, language: str) -> Repaired:
        """The whole."""
        repairs = [*self._normalised(), *self.repairs]
        repairs.sort(key=lambda repair: repair.span)
        return Repaired(
            text="".join(self.pieces),
            language=language,
            paragraphs=tuple(self.paragraphs),
            runs=tuple(self.runs),
            dropped=tuple(self.dropped),
            repairs=tuple(repairs),
            problems=tuple(self.problems),
        )

    def _normalised(self) -> list[Repair]:
        """The reader's own repairs, moved from source offsets to text offsets."""
        by_source = sorted((source, at, length) for at, source, length in self.runs)
        starts = [run[0] for run in by_source]
        moved: list[Repair] = []
        for entry in self.source.repairs:
            run = by_source[max(bisect_right(starts, entry.span[0]) - 1, 0)] if by_source else (0, 0, 0)
            at = run[1] + min(max(entry.span[0] - run[0], 0), run[2] - len(entry.after))
            moved.append(entry.model_copy(update={"span": (at, at + len(entry.after))}))
        return moved
