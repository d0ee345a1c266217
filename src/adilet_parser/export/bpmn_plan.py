"""A process as BPMN sees it: events, tasks and gateways, each in its lane and column, and the flows between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from adilet_parser.flow import Edge, Process

Kind = Literal["startEvent", "userTask", "exclusiveGateway", "endEvent"]


@dataclass(frozen=True, slots=True)
class FlowNode:
    """One node; `task` is its place in `Process.tasks`, `lane` in `Process.lanes`; no two share a column."""

    id: str
    kind: Kind
    task: int
    lane: int
    column: int


@dataclass(frozen=True, slots=True)
class Flow:
    """A sequence flow; `case` counts the ways out of a gateway from 1, `label` is the condition as the act says it."""

    id: str
    source: str
    target: str
    label: str | None = None
    case: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All nodes and flows of one process; `id` names it in the document."""

    id: str
    process: Process
    nodes: tuple[FlowNode, ...]
    flows: tuple[Flow, ...]

    def cases(self, gateway: str) -> list[Flow]:
        """The ways out of a gateway, in the order of the act."""
        return [flow for flow in self.flows if flow.source == gateway]


def plan_of(process: Process, name: str) -> Plan:
    """Start before the first task, a gateway after a task with several ways out, an end after one with none."""
    lanes = process.lanes
    ways_out = Counter(edge.source for edge in process.edges)
    nodes: list[FlowNode] = []
    flows: list[Flow] = []

    def add(kind: Kind, suffix: str, task: int) -> str:
        nodes.append(FlowNode(f"{name}_{suffix}", kind, task, lanes.index(process.tasks[task].lane), column=len(nodes)))
        return nodes[-1].id

    def connect(source: str, target: str, edge: Edge | None = None, case: int | None = None) -> None:
        flows.append(Flow(f"{name}_flow_{len(flows) + 1}", source, target, edge.label if edge else None, case))

    previous = add("startEvent", "start", 0)
    exits: dict[int, str] = {}
    for place in range(len(process.tasks)):
        task = add("userTask", f"task_{place + 1}", place)
        if place == 0:
            connect(previous, task)
        exits[place] = task
        if ways_out[place] > 1:
            exits[place] = add("exclusiveGateway", f"gateway_{place + 1}", place)
            connect(task, exits[place])
        elif ways_out[place] == 0:
            connect(task, add("endEvent", f"end_{place + 1}", place))
    case: Counter[int] = Counter()
    for edge in process.edges:
        case[edge.source] += 1
        several = ways_out[edge.source] > 1
        target = f"{name}_task_{edge.target + 1}"
        connect(exits[edge.source], target, edge, case[edge.source] if several else None)
    return Plan(name, process, tuple(nodes), tuple(flows))
