"""BPMN: valid against the schema of OMG, drawn completely, and executed by an engine in the order of the steps."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from adilet_parser import Act, parse
from adilet_parser.export.bpmn import bpmn
from adilet_parser.flow import processes_of
from tests.conftest import ROOT
from tests.test_export_akn import CORPUS, hostile

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DIAGRAM = "{http://www.omg.org/spec/BPMN/20100524/DI}"
BRANCHING = ROOT / "corpus" / "karagandy-2013-16-04" / "act.pdf"


@cache
def act_of(path: Path) -> Act:
    return parse(path)


@pytest.fixture(scope="module")
def engine() -> Any:
    return pytest.importorskip("SpiffWorkflow.bpmn.parser.BpmnParser")


def valid(engine: Any, xml: str) -> bool:
    """By the schema, and every reference leads to an element of the document, which libxml2 does not check."""
    etree = pytest.importorskip("lxml.etree")
    root = etree.fromstring(xml.encode())
    ids = set(root.xpath("//@id"))
    attributes = ("sourceRef", "targetRef", "processRef", "bpmnElement", "default")
    texts = ("flowNodeRef", "incoming", "outgoing")
    references = [value for name in attributes for value in root.xpath(f"//@{name}")]
    references += [element.text for name in texts for element in root.iter(MODEL + name)]
    return bool(engine.BpmnValidator().validator.validate(root)) and ids.issuperset(references)


def run(engine: Any, xml: str, process: str, data: dict[str, int]) -> list[str]:
    """The names of the user tasks in the order in which the engine comes to them."""
    etree = pytest.importorskip("lxml.etree")
    workflow_module = pytest.importorskip("SpiffWorkflow.bpmn.workflow")
    states = pytest.importorskip("SpiffWorkflow.util.task").TaskState
    parser = engine.BpmnParser()
    parser.add_bpmn_xml(etree.fromstring(xml.encode()))
    workflow = workflow_module.BpmnWorkflow(parser.get_spec(process))
    done: list[str] = []
    workflow.do_engine_steps()
    while ready := workflow.get_tasks(state=states.READY, manual=True):
        ready[0].data.update(data)
        ready[0].run()
        done.append(ready[0].task_spec.name)
        workflow.do_engine_steps()
    assert workflow.completed
    return done


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_act_is_valid_and_loaded(engine: Any, path: Path) -> None:
    etree = pytest.importorskip("lxml.etree")
    act = act_of(path)
    xml = bpmn(act)
    # compared outside of the assertions, so that a failure prints no words of the act
    is_valid, expected = valid(engine, xml), len(processes_of(act))
    assert is_valid
    parser = engine.BpmnParser()
    parser.add_bpmn_xml(etree.fromstring(xml.encode()))
    specs = [parser.get_spec(process) for process in parser.get_process_ids()]
    assert len(specs) == expected


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_everything_is_drawn_once_and_in_a_lane(path: Path) -> None:
    root = ElementTree.fromstring(bpmn(act_of(path)).encode())
    nodes = [
        element.get("id")
        for tag in ("startEvent", "userTask", "exclusiveGateway", "endEvent")
        for element in root.iter(MODEL + tag)
    ]
    lanes = [element.get("id") for element in root.iter(MODEL + "lane")]
    pools = [element.get("id") for element in root.iter(MODEL + "participant")]
    flows = [element.get("id") for element in root.iter(MODEL + "sequenceFlow")]
    assert sorted(element.text or "" for element in root.iter(MODEL + "flowNodeRef")) == sorted(map(str, nodes))
    shapes = [element.get("bpmnElement") for element in root.iter(DIAGRAM + "BPMNShape")]
    assert sorted(map(str, shapes)) == sorted(map(str, nodes + lanes + pools))
    edges = [element.get("bpmnElement") for element in root.iter(DIAGRAM + "BPMNEdge")]
    assert sorted(map(str, edges)) == sorted(map(str, flows))
    assert all(len(edge) >= 2 for edge in root.iter(DIAGRAM + "BPMNEdge"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('sourceRef="process_1_start"', ""),
        ("<bpmn:flowNodeRef>process_1_start<", "<bpmn:flowNodeRef>nowhere<"),
        ('id="process_1_task_1"', 'id="process_1_start"'),
        ('isExecutable="true"', 'isExecutable="yes"'),
        ('<dc:Bounds x="', '<dc:Bounds x="left'),
    ],
)
def test_a_broken_document_is_caught(engine: Any, text_act: Act, before: str, after: str) -> None:
    xml = bpmn(text_act)
    assert valid(engine, xml)
    assert before in xml
    assert not valid(engine, xml.replace(before, after))


def test_a_linear_process_runs_in_the_order_of_its_steps(engine: Any, text_act: Act) -> None:
    processes = processes_of(text_act)
    xml = bpmn(text_act)
    assert processes
    for number, process in enumerate(processes, 1):
        if len(process.edges) == len(process.tasks) - 1:
            expected = [f"process_{number}_task_{place}" for place in range(1, len(process.tasks) + 1)]
            assert run(engine, xml, f"process_{number}", {}) == expected


@pytest.mark.parametrize(
    ("data", "after_the_check"),
    [
        ({"case_6": 1}, [8, 9, 10]),  # the data are there: 6-үдеріс and what follows it
        ({"case_6": 2}, [7]),  # they are not: 5-үдеріс, the refusal
        ({}, [7]),  # no answer: the case named last
    ],
)
def test_a_branching_process_goes_where_the_answer_leads(
    engine: Any, data: dict[str, int], after_the_check: list[int]
) -> None:
    tasks = [*range(1, 7), *after_the_check]
    done = run(engine, bpmn(act_of(BRANCHING)), "process_1", data)
    assert done == [f"process_1_task_{number}" for number in tasks]


def test_a_branch_carries_the_words_of_the_act() -> None:
    root = ElementTree.fromstring(bpmn(act_of(BRANCHING)).encode())
    gateway = next(root.iter(MODEL + "exclusiveGateway"))
    ways = [flow for flow in root.iter(MODEL + "sequenceFlow") if flow.get("sourceRef") == gateway.get("id")]
    assert [way.get("name") for way in ways] == ["деректер болған жағдайда", "болмаған жағдайда"]
    assert [way.get("id") == gateway.get("default") for way in ways] == [False, True]
    assert [len(way) for way in ways] == [1, 0]


def test_a_task_says_all_that_the_act_says(text_act: Act) -> None:
    root = ElementTree.fromstring(bpmn(text_act).encode())
    told = [element.text or "" for element in root.iter(MODEL + "documentation")]
    assert len(told) == len(text_act.steps)
    for text, step in zip(told, text_act.steps, strict=True):
        assert " ".join(step.action.split()) in " ".join(text.split())
        assert all(text_act.durations[place].text in text for place in step.durations)
        assert step.result is None or step.result in text


def test_an_act_without_processes_is_valid(engine: Any) -> None:
    assert valid(engine, bpmn(parse("1. Бір сөз.".encode(), name="x.txt")))


def test_hostile_text_gives_a_valid_document(engine: Any, text_act: Act) -> None:
    xml = bpmn(hostile(text_act))
    assert valid(engine, xml)
    assert "\ufffd" in xml
