"""行文的成文: leads of sentences."""

from __future__ import annotations

from blueprints.printing import SentenceNode
from composing.outline import Outline
from composing.running import running, written_lines
from documents.tree import Paragraph
from tests.composing.test_projects import CLAUSES, PROJECTS, inputs


def drawn(given, node):
    return [block for block in running(given, node, Outline()) if isinstance(block, Paragraph)]


def test_a_sentence_may_have_a_heading_in_its_first_line():
    (block,) = drawn(inputs(*PROJECTS), SentenceNode("共{projects.count}个。", lead="（一）项目。"))
    assert (block.text, block.lead) == ("（一）项目。共3个。", 6)


def test_the_heading_stands_where_nothing_can_be_said_yet():
    (block,) = drawn(inputs(), SentenceNode(records="projects", each="{name}", lead="（一）项目。"))
    assert (block.text, block.lead) == ("（一）项目。", 6)
    assert drawn(inputs(), CLAUSES) == []


def test_lines_with_something_on_them():
    assert written_lines(" 甲 \n\n　乙") == ["甲", "乙"]
