"""各种写法: invented passages in other wordings and layouts, each with the rule that has to find something, or 无 where no error may be told.

`variations.txt` holds one passage after each line `=== 规则`; bars stand for tabs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from crosschecks.finding import PAPER_LABELS
from crosschecks.papers import check_paper
from documents.readers.text import parse_text

_TEXTS = Path(__file__).with_name("variations.txt").read_text(encoding="utf-8").split("=== ")[1:]
PASSAGES = [(rule, text.replace("|", "\t")) for rule, _, text in (each.partition("\n") for each in _TEXTS)]


@pytest.mark.parametrize(("rule", "text"), PASSAGES, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(PASSAGES)])
def test_passage(rule, text):
    found = check_paper(parse_text(text))
    if rule == "无":
        assert [(one.rule, one.message) for one in found if PAPER_LABELS[one.severity] == "错误"] == []
    else:
        assert rule in {one.rule for one in found}
