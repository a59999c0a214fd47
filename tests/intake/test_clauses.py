"""逐条语句的读回: a generated sentence becomes records again, and says where it had to guess."""

from __future__ import annotations

import pytest

from blueprints.printing import SentenceNode
from intake.clauses import clauses_in

TARGETS = SentenceNode(
    records="indicators", each="{name}{target}", before="具体目标如下：", group="level2", needs=("name", "target")
)
RESULTS = SentenceNode(
    records="indicators", each="{name}{target}，实际完成{actual}", group="level2", needs=("name", "actual")
)


def told(node, text):
    return [(clause.group, clause.fields) for clause in clauses_in(node, text)]


def test_name_and_target_run_together_are_parted_by_their_words():
    assert told(
        TARGETS, "具体目标如下：数量指标：代缴人数不少于7000人；核对次数2次；时效指标：支付时间2022年底前。"
    ) == [
        ("数量指标", {"name": "代缴人数", "target": "不少于7000人"}),
        ("数量指标", {"name": "核对次数", "target": "2次"}),
        ("时效指标", {"name": "支付时间", "target": "2022年底前"}),
    ]
    assert clauses_in(TARGETS, "具体目标如下：数量指标：代缴人数达到1人。")[0].joined == ("name", "target")


def test_a_lead_in_the_same_line_is_no_clause():
    led = SentenceNode(
        records="parts",
        lead="（一）收入情况。",
        before="收入合计{total}万元，其中：",
        each="{name}{amount}万元",
        join="，",
    )
    assert told(led, "（一）收入情况。收入合计3万元，其中：事业收入1万元，其他收入2万元。") == [
        ("", {"name": "事业收入", "amount": "1"}),
        ("", {"name": "其他收入", "amount": "2"}),
    ]
    assert told(led, "（一）收入情况。") == []


def test_results_are_parted_by_the_words_of_the_sentence():
    assert told(RESULTS, "数量指标：代缴人数不少于7000人，实际完成7706人。") == [
        ("数量指标", {"name": "代缴人数", "target": "不少于7000人", "actual": "7706人"})
    ]


def test_a_sign_that_parts_clauses_inside_a_text_does_not():
    (clause,) = told(RESULTS, "质量指标：参保率100%，实际完成100%；已全部核对。")
    assert clause[1]["actual"] == "100%；已全部核对"


def test_running_text_is_no_such_sentence():
    assert clauses_in(TARGETS, "项目总体目标为应保尽保。") == []
    assert clauses_in(RESULTS, "各项指标均已完成，资金使用规范。") == []
    assert clauses_in(RESULTS, "全年代缴人数，实际完成7706人。") == []


ITEM = SentenceNode(records="items", listed=True, each="{name}：{actual}万元[，完成预算{rate}][，因{reason}]")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("1.死亡抚恤：734.44万元，完成预算100%。", {"name": "死亡抚恤", "actual": "734.44", "rate": "100%"}),
        ("12．住房公积金：36.57万元，因人员调入。", {"name": "住房公积金", "actual": "36.57", "reason": "人员调入"}),
        ("3、医疗：8.50万元", {"name": "医疗", "actual": "8.50"}),
    ],
)
def test_a_listed_clause_is_a_paragraph_and_may_lack_pieces(text, fields):
    assert [clause.fields for clause in clauses_in(ITEM, text)] == [fields]


def test_another_paragraph_is_no_listed_clause():
    assert clauses_in(ITEM, "1.死亡抚恤没有支出。") == []


def test_what_stands_before_may_hold_figures():
    node = SentenceNode(
        records="items", before="{year}年支出{sum.items.actual}万元[（{text.a}）]，其中：", each="{name}用{actual}万元"
    )
    told = [clause.fields for clause in clauses_in(node, "2024年支出 12.5万元，其中：甲用3万元；乙用9.5万元。")]
    assert told == [{"name": "甲", "actual": "3"}, {"name": "乙", "actual": "9.5"}]
    assert clauses_in(node, "2024年收入12.5万元，其中：甲用3万元。") == []
