"""How a BPMN document is drawn: pools one under another, a row for each lane, a column for each node."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from adilet_parser.export.bpmn_plan import Flow, FlowNode, Plan

COLUMN, LANE = 150, 140
HEADER = 30  # the strip with the name, of a pool and of a lane
GAP = 40  # between pools, and from the edge of the page
# how far under the middle of its lane a flow runs that passes over other columns
DETOUR = 55
SIZES = {"startEvent": (36, 36), "userTask": (110, 80), "exclusiveGateway": (50, 50), "endEvent": (36, 36)}
Point = tuple[int, int]


def draw(root: Element, plans: Sequence[Plan]) -> None:
    """The diagram of all processes."""
    diagram = SubElement(root, "bpmndi:BPMNDiagram", id="diagram")
    plane = SubElement(diagram, "bpmndi:BPMNPlane", id="plane", bpmnElement="collaboration")
    top = GAP
    for plan in plans:
        _pool(plane, plan, top)
        top += LANE * len(plan.process.lanes) + GAP


def _pool(plane: Element, plan: Plan, top: int) -> None:
    lanes, width = len(plan.process.lanes), HEADER + COLUMN * len(plan.nodes)
    _shape(plane, f"{plan.id}_pool", (GAP, top, width + HEADER, LANE * lanes), isHorizontal="true")
    for lane in range(lanes):
        place = (GAP + HEADER, top + LANE * lane, width, LANE)
        _shape(plane, f"{plan.id}_lane_{lane + 1}", place, isHorizontal="true")
    nodes = {node.id: node for node in plan.nodes}
    for node in plan.nodes:
        (x, y), (wide, high) = _middle(node, top), SIZES[node.kind]
        _shape(plane, node.id, (x - wide // 2, y - high // 2, wide, high))
    for flow in plan.flows:
        edge = SubElement(plane, "bpmndi:BPMNEdge", id=f"{flow.id}_edge", bpmnElement=flow.id)
        for x, y in _way(flow, nodes, top):
            SubElement(edge, "di:waypoint", x=str(x), y=str(y))


def _shape(plane: Element, element: str, place: tuple[int, int, int, int], **attributes: str) -> None:
    shape = SubElement(plane, "bpmndi:BPMNShape", {"id": f"{element}_shape", "bpmnElement": element, **attributes})
    names = ("x", "y", "width", "height")
    SubElement(shape, "dc:Bounds", dict(zip(names, map(str, place), strict=True)))


def _middle(node: FlowNode, top: int) -> Point:
    return GAP + 2 * HEADER + COLUMN * node.column + COLUMN // 2, top + LANE * node.lane + LANE // 2


def _way(flow: Flow, nodes: dict[str, FlowNode], top: int) -> list[Point]:
    """Sideways to a neighbour; else under the nodes between, in the source's lane, then along the target's column."""
    source, target = nodes[flow.source], nodes[flow.target]
    (x1, y1), (x2, y2) = _middle(source, top), _middle(target, top)
    if target.column == source.column + 1:
        left, right = x1 + SIZES[source.kind][0] // 2, x2 - SIZES[target.kind][0] // 2
        bend = (left + right) // 2
        return [(left, y1), (right, y2)] if y1 == y2 else [(left, y1), (bend, y1), (bend, y2), (right, y2)]
    under = y1 + DETOUR
    half = SIZES[target.kind][1] // 2
    return [
        (x1, y1 + SIZES[source.kind][1] // 2),
        (x1, under),
        (x2, under),
        (x2, y2 - half if y2 > under else y2 + half),
    ]
