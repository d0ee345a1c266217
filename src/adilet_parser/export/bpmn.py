"""The processes of an act as BPMN 2.0: a pool for each, lanes by doer, user tasks, gateways, and how to draw it all.

Only what the act says becomes a flow (see `adilet_parser.flow`). The processes can be executed: the answer to a check
is the number of its case (from 1) in the variable `case_<task>`, e.g. `case_6 = 1`; where it is not given, the case
named last is taken, as "otherwise". Characters that XML forbids become U+FFFD (see `xml_text`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten
from xml.etree.ElementTree import Element, SubElement

from adilet_parser.export.bpmn_layout import draw
from adilet_parser.export.bpmn_plan import FlowNode, Plan, plan_of
from adilet_parser.export.xml_text import document, xml_text
from adilet_parser.flow import Process, processes_of
from adilet_parser.model.act import Act

NAMESPACES = {
    "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
TARGET = "https://adilet.zan.kz/"
# conditions are written in Python, which engines for BPMN in Python evaluate as they are
LANGUAGE = "https://www.python.org/"
NAME_WIDTH = 90
UNNAMED = "…"
"""The lane of tasks whose doer the act does not name."""
PROCEDURES = {"provider": "қызметті беруші", "corporation": "Мемлекеттік корпорация", "portal": "портал", "other": ""}


def bpmn(act: Act) -> str:
    """All processes of an act in one BPMN document; without processes its definitions are empty."""
    plans = [plan_of(process, f"process_{number}") for number, process in enumerate(processes_of(act), 1)]
    root = Element("bpmn:definitions", {**NAMESPACES, "id": "definitions", "targetNamespace": TARGET})
    if plans:
        collaboration = SubElement(root, "bpmn:collaboration", id="collaboration")
        for plan in plans:
            SubElement(
                collaboration,
                "bpmn:participant",
                {"id": f"{plan.id}_pool", "name": _title(plan.process), "processRef": plan.id},
            )
        for plan in plans:
            _process(root, act, plan)
        draw(root, plans)
    return document(root)


def _process(root: Element, act: Act, plan: Plan) -> None:
    process = plan.process
    element = SubElement(root, "bpmn:process", id=plan.id, name=_title(process), isExecutable="true")
    lanes = SubElement(element, "bpmn:laneSet", id=f"{plan.id}_lanes")
    for number, name in enumerate(process.lanes):
        lane = SubElement(lanes, "bpmn:lane", id=f"{plan.id}_lane_{number + 1}", name=_line(name or UNNAMED))
        for node in plan.nodes:
            if node.lane == number:
                SubElement(lane, "bpmn:flowNodeRef").text = node.id
    for node in plan.nodes:
        _node(element, act, plan, node)
    for flow in plan.flows:
        attributes = {"id": flow.id, "sourceRef": flow.source, "targetRef": flow.target}
        if flow.label:
            attributes["name"] = _line(flow.label)
        arrow = SubElement(element, "bpmn:sequenceFlow", attributes)
        if flow.case is not None and flow.case < len(plan.cases(flow.source)):
            task = next(node.task for node in plan.nodes if node.id == flow.source)
            condition = SubElement(
                arrow, "bpmn:conditionExpression", {"xsi:type": "bpmn:tFormalExpression", "language": LANGUAGE}
            )
            # a name that no one has set is no error, but the default
            condition.text = f"globals().get('case_{task + 1}') == {flow.case}"


def _node(element: Element, act: Act, plan: Plan, node: FlowNode) -> None:
    attributes = {"id": node.id}
    task = plan.process.tasks[node.task]
    if node.kind == "userTask":
        attributes["name"] = shorten(_line(f"{task.number}. {task.label}"), NAME_WIDTH, placeholder=" …")
    elif node.kind == "exclusiveGateway":
        attributes |= {"name": _line(task.number), "default": plan.cases(node.id)[-1].id}
    shape = SubElement(element, f"bpmn:{node.kind}", attributes)
    if node.kind == "userTask":
        SubElement(shape, "bpmn:documentation").text = "\n".join(_documentation(act, plan.process, node.task))
    for tag, ids in (
        ("incoming", [flow.id for flow in plan.flows if flow.target == node.id]),
        ("outgoing", [flow.id for flow in plan.flows if flow.source == node.id]),
    ):
        for name in ids:
            SubElement(shape, f"bpmn:{tag}").text = name


def _documentation(act: Act, process: Process, place: int) -> Iterator[str]:
    """What the act says of a task: where, the whole action, times, cases, result."""
    task = process.tasks[place]
    step = act.steps[task.step]
    yield xml_text(step.at)
    yield xml_text(step.action)
    yield from _told("Мерзімі", task.times)
    yield from _told("Шарты", step.conditions)
    yield from _told("Нәтижесі", filter(None, [task.result]))
    if task.inferred:
        yield "Орындаушы алдыңғы қадамнан алынды"


def _told(word: str, texts: Iterable[str]) -> Iterator[str]:
    yield from (xml_text(f"{word}: {text}") for text in texts)


def _title(process: Process) -> str:
    named = [process.at, f"«{process.service}»" if process.service else "", PROCEDURES[process.procedure]]
    return _line(" ".join(filter(None, named)))


def _line(text: str) -> str:
    """Text for a name: on one line."""
    return xml_text(" ".join(text.split()))
