"""The tree of an act with its leaves in the order of the text, as a document must hold them.

In the tree a note stands with what it is about, in the text it may stand elsewhere: before the last words of another
point, or between the lines of a preamble. A document has one order, that of the text, so such a leaf moves to the
nearest element that is open where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from adilet_parser.model.tree import Node, NodeKind


@dataclass(slots=True)
class Part:
    """An element of the document: a node of the tree with what stands in it, in text order."""

    node: Node
    children: list[Part] = field(default_factory=list)
    last: int = -1
    """Where the last leaf begins for which this part must stay open; notes do not keep a part open."""

    @property
    def kind(self) -> NodeKind:
        return self.node.kind

    @property
    def is_leaf(self) -> bool:
        return not self.node.children

    def leaves(self) -> Iterator[Node]:
        """The leaves in text order."""
        if self.is_leaf:
            yield self.node
        for child in self.children:
            yield from child.leaves()


def in_text_order(tree: Node) -> Part:
    """The whole act as parts; its leaves come in the order of their spans."""
    root = Part(tree)
    paths = sorted(_paths(tree, ()), key=lambda path: path[-1].span)
    last = {id(node): path[-1].span[0] for path in paths for node in path if path[-1].kind != "note"}
    stack = [root]
    opened = {id(tree)}
    for path in paths:
        start = path[-1].span[0]
        keep = max((depth for depth, part in enumerate(stack) if part.last >= start), default=0)
        common = _common(stack, path)
        # a part with text still to come stays open, also for a leaf that is not its own
        del stack[max(common, keep + 1) :]
        for node in path[common:]:
            if id(node) in opened:
                continue  # closed already: its late leaf goes to what is open
            opened.add(id(node))
            part = Part(node, last=last.get(id(node), -1))
            stack[-1].children.append(part)
            if node.children:
                stack.append(part)
    return root


def _paths(node: Node, above: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    path = (*above, node)
    if not node.children:
        yield path
    for child in node.children:
        yield from _paths(child, path)


def _common(stack: Sequence[Part], path: Sequence[Node]) -> int:
    """How many parts of the stack are on the path."""
    for depth, (part, node) in enumerate(zip(stack, path, strict=False)):
        if part.node is not node:
            return depth
    return min(len(stack), len(path))
