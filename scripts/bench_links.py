"""How many displaced links of Kazakh laws find their way back, paragraph by paragraph.

    python scripts/bench_links.py LAW.txt...          # counts per law
    python scripts/bench_links.py --show 20 LAW.txt   # and the first paragraphs that are not right

The laws are texts in which every link stands on a line of its own, so that its place is known. Each paragraph is wrapped
as a PDF prints it; the links of a line then go behind its words, as text pulled out in painting order has them.
"""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path

from adilet_parser import repair
from adilet_parser.language.script import fold

WIDTH = 78
INDENT = " " * 6
MARK, END = "\ue000", "\ue001"


def paragraphs_of(text: str) -> list[str]:
    """Paragraphs with each link between two marks."""
    found: list[str] = []
    lines: list[str] = []
    for line in [*text.replace("\u00a0", " ").split("\n"), ""]:
        if line.strip():
            lines.append(line)
            continue
        if lines and lines[0].startswith(INDENT) and len(lines) > 1:
            parts = [
                f"{MARK}{line.strip()}{END}" if line[:1].isalnum() or line[:1] == "№" else line for line in lines[1:]
            ]
            found.append(" ".join((lines[0] + "".join(parts)).split()))
        elif lines and lines[0].startswith(INDENT):
            found.append(" ".join(" ".join(lines).split()))
        lines = []
    return found


def displaced(paragraph: str) -> list[str]:
    """The printed lines of a paragraph, the links of each behind its words; a link that wraps leaves a hole on both lines."""
    glued = "".join("\ue002" if inside and c == " " else c for c, inside in _inside(paragraph))
    plain = glued.replace(MARK, "").replace(END, "")
    marks = [inside for c, inside in _inside(glued) if c not in {MARK, END}]
    lines, at = [], 0
    for number, line in enumerate(
        textwrap.wrap(plain.replace("\ue002", " "), WIDTH, initial_indent=INDENT, break_on_hyphens=True)
    ):
        words = line[len(INDENT) :] if number == 0 else line
        while plain[at : at + 1] in {" ", "\ue002"}:
            at += 1
        own = marks[at : at + len(words)]
        body = "".join(c for c, inside in zip(words, own, strict=True) if not inside)
        links = "".join(c if inside else "\n" for c, inside in zip(words, own, strict=True))
        tail = " ".join(part.strip() for part in links.split("\n") if part.strip())
        at += len(words)
        body = (
            body + ("" if not tail or body.endswith((";", ".", ",", ":")) or not body.strip() else " ") + tail
            if tail
            else body
        )
        lines.append((INDENT if number == 0 else "") + body)
    return lines


def _inside(paragraph: str) -> list[tuple[str, bool]]:
    found, inside = [], False
    for c in paragraph:
        inside = (inside or c == MARK) and c != END
        found.append((c, inside and c != MARK))
    return found


def main() -> None:
    """Prints, per law, paragraphs with links and how many of them come back exactly; and plain ones that were harmed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0)
    told = parser.parse_args()
    for law in told.laws:
        marked = paragraphs_of(law.read_text(encoding="utf-8"))
        printed = [displaced(paragraph) for paragraph in marked]
        got = set(repair("".join("\n".join(lines) + "\n" for lines in printed).encode()).split("\n"))
        truth = [paragraph.replace(MARK, "").replace(END, "") for paragraph in marked]
        linked = [i for i, paragraph in enumerate(marked) if MARK in paragraph]
        right = {i for i, text in enumerate(truth) if text in got or fold(text)[0] in got}
        wrong = [i for i in linked if i not in right]
        harmed = [i for i in range(len(truth)) if i not in right and i not in set(linked)]
        print(
            f"{law.name:<45} {len(linked) - len(wrong)}/{len(linked)} with links right, {len(harmed)} of {len(truth) - len(linked)} others not"
        )
        for i in wrong[: told.show]:
            print("\n".join(printed[i]), "\n  truth:", truth[i], "\n")


if __name__ == "__main__":
    main()
