"""The graph of acts and what they cite: one node an act however it is cited, one node a place in it, one edge a citation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from adilet_parser.model.act import Act
from adilet_parser.model.records import ActFacts, Citation

Key = tuple[str, ...]
# Levels of a pinpoint in the order of a locator, with the words of Akoma Ntoso's ids
LEVELS = {"annex": "annex", "chapter": "chp", "article": "art", "point": "pt", "subpoint": "subpt", "paragraph": "par"}


@dataclass(slots=True)
class GraphNode:
    """An act, or a place in one (`part_of` is its act's id). Unknowns are empty."""

    id: str
    kind: str
    type: str = ""
    issuer: str = ""
    adopted_on: str = ""
    number: str = ""
    title: str = ""
    adilet_id: str = ""
    certainty: str = ""
    frbr_uri: str = ""
    parsed: bool = False
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """One citation: from the act (`at` says where in it) to an act or a place."""

    source: str
    at: str
    relation: str
    target: str
    text: str


@dataclass(slots=True)
class Graph:
    """Nodes by id, edges in the order of the acts and of their texts."""

    nodes: dict[str, GraphNode] = field(default_factory=dict)
    edges: list[GraphEdge] = field(default_factory=list)
    _known: dict[Key, str] = field(default_factory=dict)
    _same: dict[str, str] = field(default_factory=dict)

    def add(self, act: Act) -> None:
        """Puts an act and all it cites into the graph."""
        source = self._act_node(act.act, act.source.file)
        for citation in act.citations:
            target = self._target(citation, act.citations, source)
            if target is not None:
                self.edges.append(
                    GraphEdge(source, citation.at, citation.relation, self._place(target, citation), citation.text)
                )

    def node_rows(self) -> list[dict[str, object]]:
        """The nodes as rows of a table."""
        rows: dict[str, dict[str, object]] = {}
        for node in self.nodes.values():
            told = {**asdict(node), "id": self._final(node.id), "part_of": self._final(node.part_of)}
            rows.setdefault(self._final(node.id), told)
        return list(rows.values())

    def edge_rows(self) -> list[dict[str, object]]:
        """The edges as rows of a table."""
        return [
            {**asdict(edge), "source": self._final(edge.source), "target": self._final(edge.target)}
            for edge in self.edges
        ]

    def _act_node(self, facts: ActFacts, file: str) -> str:
        keys = _keys(facts.adilet_id, facts.frbr_uri, facts.type, facts.issuer, facts.adopted_on, facts.number, None)
        node = self._node(keys or [("file", file)], facts.type, facts.issuer, facts.adopted_on, facts.number)
        node.title = facts.title or ""
        node.parsed = True
        self._name(node, facts.adilet_id, facts.id_certainty, facts.frbr_uri)
        return node.id

    def _target(self, citation: Citation, citations: tuple[Citation, ...], source: str) -> str | None:
        """The act that a citation leads to; a place in this act leads to itself; a form leads nowhere."""
        if citation.kind == "internal":
            return source if citation.resolution == "resolved" else None
        if citation.kind == "defined_term" and citation.document is not None:
            return self._target(citations[citation.document], citations, source)
        if citation.kind != "external":
            return None
        keys = _keys(
            citation.adilet_id, citation.frbr_uri, citation.act_type, citation.issuer, citation.adopted_on,
            citation.number, citation.title,
        )  # fmt: skip
        if not keys:
            return None
        node = self._node(keys, citation.act_type, citation.issuer, citation.adopted_on, citation.number)
        node.title = node.title or citation.title or ""
        self._name(node, citation.adilet_id, citation.id_certainty, citation.frbr_uri)
        return node.id

    def _node(self, keys: list[Key], *told: str | None) -> GraphNode:
        """The node that any of the keys names, or a new one; from now on all of them name it.

        Keys that named two nodes till now show that both are one act; two Adilet ids never become one.
        """
        known = list(dict.fromkeys(self._final(self._known[key]) for key in keys if key in self._known))
        found = known[0] if known else None
        for other in known[1:]:
            self._join(known[0], other)
        if found is None:
            found = ":".join(keys[0][1:])
            act_type, issuer, adopted_on, number = (value or "" for value in told)
            self.nodes[found] = GraphNode(found, "act", act_type, issuer, adopted_on, number)
        for key in keys:
            self._known.setdefault(key, found)
        return self.nodes[found]

    def _join(self, kept: str, other: str) -> None:
        one, two = self.nodes[kept], self.nodes[other]
        if one.adilet_id and two.adilet_id and one.adilet_id != two.adilet_id:
            return
        for name, value in asdict(two).items():
            if not getattr(one, name):
                setattr(one, name, value)
        self._same[other] = kept
        del self.nodes[other]

    def _final(self, node: str) -> str:
        """The id under which a node, or a place in it, is told in the end."""
        act, mark, place = node.partition("#")
        while act in self._same:
            act = self._same[act]
        return f"{act}{mark}{place}"

    @staticmethod
    def _name(node: GraphNode, adilet_id: str | None, certainty: str | None, uri: str | None) -> None:
        node.adilet_id = node.adilet_id or adilet_id or ""
        node.certainty = node.certainty or certainty or ""
        node.frbr_uri = node.frbr_uri or uri or ""

    def _place(self, act: str, citation: Citation) -> str:
        """The node of the place that a citation names, or the act's own where it names none."""
        if citation.kind == "internal":
            steps = citation.target or ""
        else:
            pinpoint = citation.pinpoint or {}
            steps = "__".join(
                f"{short}_{'+'.join(pinpoint[level])}" if pinpoint[level] else short
                for level, short in LEVELS.items()
                if level in pinpoint
            )
        if not steps:
            return act
        place = f"{act}#{steps}"
        self.nodes.setdefault(place, GraphNode(place, "place", part_of=act))
        return place


def graph_of(acts: Iterable[Act]) -> Graph:
    """The graph of many acts."""
    graph = Graph()
    for act in acts:
        graph.add(act)
    return graph


def _keys(
    adilet_id: str | None,
    frbr_uri: str | None,
    act_type: str | None,
    issuer: str | None,
    adopted_on: str | None,
    number: str | None,
    title: str | None,
) -> list[Key]:
    """All names by which an act may be known, the best first."""
    keys: list[Key] = []
    if adilet_id:
        keys.append(("id", adilet_id))
    if frbr_uri:
        keys.append(("uri", frbr_uri))
    if issuer and adopted_on and number:
        keys.append(("act", issuer.casefold(), adopted_on, number))
    if title and (act_type in {"law", "code"} or adopted_on):
        keys.append(("title", act_type or "", adopted_on or "", " ".join(title.casefold().split())))
    return keys
