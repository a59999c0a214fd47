"""样例: the three forms of the fixtures with figures of real papers under invented projects, people and sentences."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from blueprints.load import load_file
from blueprints.schema import Blueprint
from composing.compose import compose
from documents.tree import Document, Table
from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from scoring.engine import score
from values.money import MoneyUnit, parse_money

FORMS = Path(__file__).parents[2] / "fixtures" / "blueprints"
SUINING = "510904/2024/project-table"
JINZHONG = "140700/2020/project-table"
PANZHIHUA = "510403/2022/project-report"


@cache
def form(form_id: str) -> Blueprint:
    return load_file(FORMS / f"{form_id}.yaml")


def draw(form_id: str, book: FactBook) -> Document:
    blueprint = form(form_id)
    return compose(blueprint, book, score(blueprint, book))


def table_of(document: Document) -> Table:
    return next(block for part in document.parts for block in part.blocks if isinstance(block, Table))


def reading(document: Document) -> list[str]:
    """Every cell's text, line by line, from left to right."""
    return [cell.content.text for row in table_of(document).rows for cell in row.cells]


def cell_at(document: Document, key: str):
    found = [cell for row in table_of(document).rows for cell in row.cells if cell.key == key]
    assert len(found) == 1, (key, found)
    return found[0]


def funds(unit: MoneyUnit, **stages: dict[str, str]):
    return {
        (stage, source): parse_money(raw, unit) for stage, amounts in stages.items() for source, raw in amounts.items()
    }


def suining_book() -> FactBook:
    rows = [
        ("产出指标", "数量指标", "高启明每月发放伤残津贴补助", "＝", "1", "人", "1", "20", "20"),
        ("产出指标", "质量指标", "应发尽发", "＝", "100", "%", "100%", "10", "10"),
        ("产出指标", "时效指标", "按时发放", "定性", "按时", "", "按时", "10", "10"),
        ("效益指标", "社会效益指标", "高启明每月发放伤残津贴补助", "定性", "优", "", "优", "20", "20"),
        ("满意度指标", "帮扶对象满意度指标", "发放对象满意度指标", "≥", "95", "%", "100%", "10", "10"),
        ("成本指标", "经济成本指标", "按标准发放", "定性", "优", "", "优", "20", "20"),
    ]
    fields = ("level1", "level2", "name", "relation", "target", "unit", "actual", "weight", "score")
    amounts = {"all": "", "fiscal": "3.88", "special_account": "0", "unit": "0.00"}
    return FactBook(
        year=2024,
        money_unit=MoneyUnit.WAN,
        identity={
            "project.code_and_name": "51090424T000011111850-高启明困难补助",
            "supervisor.name": "遂宁市安居区社会保险事业管理局部门",
            "department.name": "遂宁市安居区社会保险事业管理局",
        },
        funds=funds(
            MoneyUnit.WAN,
            initial={**amounts, "fiscal": "3.75"},
            adjusted=amounts,
            spent=amounts,
        ),
        statements={
            "text.goal": "每月十日前发放困难补助",
            "text.goal_result": "全年十二次按时发放",
            "text.implementation": "逐月核对身份后发放",
            "text.conclusion": "发放到位。",
            "text.problems": "无",
            "text.measures": "无",
            "text.manager": "高启明",
            "text.finance_manager": "苏文哲",
        },
        indicators=tuple(
            IndicatorFact(f"r{n}", **dict(zip(fields, row, strict=True))) for n, row in enumerate(rows, start=1)
        ),
        scores={"execution": SelfScore("10")},
    )


JINZHONG_SCORES = {
    "initiation": "3.00", "goal_reasonable": "4.00", "goal_clear": "4.00", "arrival_rate": "2.80", "arrival_timely": "3.00",
    "execution_rate": "3.00", "business_rules": "3.00", "business_practice": "3.00", "quality_control": "4.00",
    "finance_rules": "3.00", "funds_compliance": "3.00", "finance_control": "4.00", "completion": "8.00",
    "timeliness": "7.00", "quality": "8.00", "saving": "7.00", "economic": "0.00", "social": "20.00", "ecological": "0.00",
    "lasting": "0.00", "public_satisfaction": "10.00",
}  # fmt: skip


def jinzhong_book() -> FactBook:
    name = "补助城乡居民养老保险"
    rows = [
        ("满意度指标", "服务对象满意度指标", "参保人员满意度", "1", "1", "100%"),
        ("产出指标", "数量指标", name, "入口补每年116.11万人", "入口补每年108.13万人", "93.13%"),
        ("产出指标", "质量指标", name, "严格按照标准发放到位", "严格按照标准发放到位", "100%"),
        ("产出指标", "时效指标", name, "12月底前完成", "12月底前完成", "100%"),
        ("产出指标", "成本指标", name, "入口补共2536万元", "入口补共2364.01万元", "93.22%"),
        ("效益指标", "社会效益指标", "对城乡居民养老的积极作用", "提高保障质量和水平", "提高保障质量和水平", "100%"),
    ]
    fields = ("level1", "level2", "name", "target", "actual", "progress")
    people = [("方知行", "主任"), ("陶思远", "副主任"), ("梁若谷", "副主任")]
    return FactBook(
        year=2020,
        money_unit=MoneyUnit.WAN,
        identity={
            "project.name": "城乡居民养老金缴费补助（入口补）",
            "supervisor.code": "077",
            "department.name": "晋中市养老保险中心",
            "project.attribute": "经常性项目",
            "project.period": "2020-01-01至2020-12-31",
        },
        funds=funds(
            MoneyUnit.WAN,
            initial={"municipal": "2536.08", "other": "0.00"},
            issued={"all": "2364.01"},
            spent={"municipal": "2364.01", "carry_over": "0", "superior": "0.00", "other": "0.00"},
        ),
        statements={
            "text.basics": "依据国家政策设立。",
            "text.funds_usage": "全部为市级资金。",
            "text.organisation": "各县经办机构实施。",
            "text.performance": "按进度完成。",
            "text.other_notes": "无",
            "sign.head": "梁若谷",
            "sign.handler": "于清和",
            "sign.phone": "0354-0000001",
            "sign.date": "2021-07-05",
        },
        indicators=tuple(
            IndicatorFact(f"r{n}", **dict(zip(fields, row, strict=True))) for n, row in enumerate(rows, start=1)
        ),
        lists={
            "evaluators": tuple(
                ListRow(f"p{n}", {"name": who, "post": post, "phone": "0000000"})
                for n, (who, post) in enumerate(people, start=1)
            )
        },
        scores={key: SelfScore(raw) for key, raw in JINZHONG_SCORES.items()},
    )


def panzhihua_book() -> FactBook:
    rows = [
        ("产出指标", "数量指标", "代缴人数", "按照政策规定应缴尽缴", "100%"),
        ("产出指标", "质量指标", "困难群体参保率", "达到100%", "100%"),
        ("产出指标", "时效指标", "支付时间", "2022年底前", "2022年10月"),
        ("产出指标", "数量指标", "核对次数", "不少于两次", ""),
    ]
    fields = ("level1", "level2", "name", "target", "actual")
    return FactBook(
        year=2022,
        money_unit=MoneyUnit.WAN,
        identity={"project.name": "困难群众养老保险代缴补助", "department.name": "云山区社会保险事务中心"},
        funds=funds(
            MoneyUnit.WAN, initial={"municipal": "27600元"}, received={"all": "2.76"}, spent={"municipal": "2.76"}
        ),
        statements={"text.overview": "　　第一段。\n\n第二段。", "text.goal": "应保尽保。"},
        indicators=tuple(
            IndicatorFact(f"r{n}", **dict(zip(fields, row, strict=True))) for n, row in enumerate(rows, start=1)
        ),
    )


def with_statements(book: FactBook, **texts: str) -> FactBook:
    return replace(book, statements={**book.statements, **texts})
