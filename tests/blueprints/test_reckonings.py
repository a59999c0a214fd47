"""推算的引用核对: what figures are reckoned from must be there."""

from __future__ import annotations

import pytest

from blueprints.lint import lint
from blueprints.load import BlueprintError, load_text
from tests.blueprints.accounts import accounts, spoil


def test_the_small_form_is_in_order():
    assert lint(accounts()) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("over: figure.basic_budget, ", "", "须同时写分母 over"),
        ("shape: relation}\ncomp", "shape: relation, filed: true}\ncomp", "不能自填"),
        ("columns: [spent]}", "columns: [spend]}", "数字表“costs”没有“spend”列，是不是想写“spent”"),
        ("value: actual, over", "value: actuel, over", "本行没有数字列“actuel”，是不是想写“actual”"),
        ("value: actual - budget, shape", "value: actual - class, shape", "本行没有数字列“class”"),
        ("records: functions, name", "records: function, name", "没有明细表“function”，是不是想写“functions”"),
        ("name: class, value: actual}", "name: clas, value: actual}", "没有“clas”列"),
        ("name: class, value: actual}", "name: class, value: item}", "没有“item”数字列"),
        ("label: 支出结构\n  items:", "label: 支出结构\n  records: functions\n  items:", "其中一个"),
        ("breakdown: classes}", "breakdown: class}", "没有构成“class”，是不是想写“classes”"),
        ("breakdown: classes}", "breakdown: classes, categories: [甲]}", "不写 categories"),
        ("    categories: [支出]\n", "    categories: [收入, 支出]\n", "有2个分组，这个系列却有1个数"),
        ("    categories: [支出]\n", "", "须写 categories"),
        ("    categories: [支出]\n", "    categories: [支出]\n    breakdown: classes\n", "不写 breakdown"),
        ("[，主要原因是{text.reason}]", "[，主要原因是{text.reason}", "方括号不成对"),
        ("[，主要原因是{text.reason}]", "[，主要原因不明]", "方括号里没有位置"),
        ("{name}{amount}万元", "{names}{amount}万元", "没有“names”"),
        ("clauses: classes,", "clauses: klasses,", "是不是想写“classes”"),
        ("listed: true, each", "listed: true, before: 其中：, each", "请另写一个 sentence"),
        ("{compare.spent}", "{compare.spending}", "没有“compare.spending”这个事实位置，是不是想写“compare.spent”"),
        ("prior.total.spending", "prior.total.spent", "没有“prior.total.spent”这个事实位置"),
        ("{figure.basic_people}", "{figure.project_people}", "没有“figure.project_people”这个事实位置"),
    ],
)
def test_what_leads_nowhere_is_told(old, new, words):
    with pytest.raises(BlueprintError) as found:
        load_text(spoil(old, new), name="accounts.yaml")
    assert [problem for problem in found.value.problems if words in problem.message]
    assert all(problem.line > 0 for problem in found.value.problems)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- figures: costs\n", "- figures: spending\n", "表格和构成的键“spending”"),
        ("  - {row: project,", "  - {row: basic, label: 又一行}\n  - {row: project,", "行“basic”"),
        ("  - {column: people,", "  - {column: spent, label: 又一列}\n  - {column: people,", "列“spent”"),
        (
            "  - {key: rate, label",
            "  - {key: actual, label: 又一列, value: budget}\n  - {key: rate, label",
            "列“actual”",
        ),
        (
            "  - {ask: text.reason,",
            "  - {ask: figure.basic_spent, label: 又问}\n  - {ask: text.reason,",
            "填报项“figure.basic_spent”",
        ),
    ],
)
def test_what_is_named_twice_is_told(old, new, words):
    text = spoil(old, new).replace("table: costs", f"table: {'spending' if 'spending' in new else 'costs'}")
    said = " ".join(problem.message for problem in lint(load_text(text, name="accounts.yaml")))
    assert words in said


def test_what_is_told_through_a_share_is_told():
    """基本支出 and 上年 stand in no sentence by themselves, only behind totals, shares and charts."""
    without = spoil("  - {chart: pie, caption: 图2：功能结构, breakdown: classes}\n", "")
    without = without.replace('  - {clauses: classes, before: 其中：, each: "{name}{amount}万元，占{share}"}\n', "")
    without = without.replace("{class}{item}：{actual}万元[，完成预算{rate}，决算数{verdict}预算数]", "{item}")
    told = [problem.message for problem in lint(load_text(without, name="accounts.yaml"))]
    assert [
        word for word in ("functions.class", "functions.budget", "functions.actual") if word not in " ".join(told)
    ] == []
    assert not any("figure." in message for message in told)
