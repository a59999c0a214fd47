"""T05 项目个数一致 (公开文件校核): how many projects a paper says there are, names, and gives tables for.

Compared are projects of the unit as a whole (设置、编制目标、涉及、部门预算项目); numbers of 阶段, 一次性 or of projects with a quality of their own
are another matter, and so is a paper that tells one number throughout.

Form half: stated numbers of projects agree with the papers there are, and whoever has to file has filed (遂宁 8/7 [种]).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from blueprints.expressions import Expression
from crosschecks.reports.project_rows import Rows, wrong_project_rows
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    Kind,
    Place,
    Profile,
    Sentence,
    Severity,
    expression,
    plain,
    texts,
)

_CLAIM: Final = re.compile(
    r"(?P<before>[^，；。、：]{0,16}?)(?:(?P<one>\d{1,3})个(?:预算|专项|特定目标类)?项目|项目(?:总数)?(?:共|共计|合计|为)?(?P<two>\d{1,3})个)"
)
_OTHER: Final = re.compile(
    r"阶段|一次性|其中|大于|小于|低于|高于|超过|未|不|偏离|上年|同比|新增|结转|抽|重点|以上|以下|部分|子|第|每|等次|优|良|工程|建设|入驻|引进"
)


@dataclass(frozen=True)
class _Claim:
    count: int
    place: Place
    shown: str


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """All claims of a paper against each other and against its tables, and a table that names the projects against what leads up to it."""
    rows = [found for report in dossier.reports for found in wrong_project_rows(report)]
    yield from map(_in_rows, rows) if rows else _claimed(dossier)


def _in_rows(wrong: Rows) -> Found:
    """共实施项目7个，…如下表 above six of them."""
    return Found(
        f"项目数不一致：文中{wrong.number}个，表中{len(wrong.rows)}个。",
        f"{len(wrong.rows)}≠{wrong.number}",
        (wrong.sentence.place(wrong.start, wrong.end), *(cell.place("项目名称") for cell in wrong.rows)),
        "请逐一核对项目，补上漏列的项目或改正个数",
    )


def _claimed(dossier: Dossier) -> Iterator[Found]:
    """What is said in several places."""
    claims = [
        claim
        for sentence in dossier.sentences()
        if "个" in sentence.text and "项目" in sentence.text
        for claim in _claims(sentence)
    ]
    tables = [report for report in dossier.reports if report.project and report.is_table]
    names = dict.fromkeys(report.project for report in tables)
    counts = sorted({claim.count for claim in claims})
    if len(counts) < 2 and not (counts and len(names) > 1 and counts[0] != len(names)):
        return
    if len(counts) == 1 and len(names) < 2:
        return
    told = "、".join(f"{count}个" for count in counts)
    tabled = f"，自评表{len(names)}张" if len(names) > 1 else ""
    titles = [report.title_place for report in tables if report.title_place]
    yield Found(
        f"项目数不一致：文中{told}{tabled}。",
        "≠".join(
            [
                *(str(count) for count in counts),
                *([str(len(names))] if len(names) > 1 and len(names) not in counts else []),
            ]
        ),
        (*(claim.place for claim in claims), *(titles if len(names) > 1 else [])),
        "请逐一列出项目核对，补上漏报的项目或改正个数",
    )


def _claims(sentence: Sentence) -> Iterator[_Claim]:
    for match in _CLAIM.finditer(sentence.text):
        count = int(match["one"] or match["two"])
        before = sentence.text[max(0, match.start() - 4) : match.start()] + match["before"]
        if count > 1 and not _OTHER.search(before) and not _OTHER.search(match.group()):
            yield _Claim(count, sentence.place(*match.span()), match.group())


# --- the form half ---


ALL = "projects.count"


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the number of papers, and paths of the numbers that the unit states itself."""

    counted: Expression
    stated: tuple[str, ...] = ()


def check(context: Context, params: Params) -> Iterator[Found]:
    """Stated against counted, then projects without a paper, then papers that have not gone out yet."""
    yield from _stated(context, params)
    yield from _unfiled(context)
    yield from _waiting(context)


def _stated(context: Context, params: Params) -> Iterator[Found]:
    counted = context.number(params.counted)
    for path in params.stated:
        stated = context.view.number(path)
        if counted is None or stated is None or stated == counted:
            continue
        names = "、".join(each.filing.book.raw("project.name") for each in context.view.projects.every)
        yield Found(
            f"项目数不一致：“{context.label(path)}”写{plain(stated)}个，已填报的项目{plain(counted)}个。",
            f"{plain(stated)}≠{plain(counted)}（{names or '没有项目'}）",
            (context.place(path), *context.places(params.counted)),
            "请核对项目清单；统计口径不同的，请说明理由",
        )


def _unfiled(context: Context) -> Iterator[Found]:
    related = context.book.related
    if related is None or not related.unfiled:
        return
    names = "、".join(f"“{name}”" for name in related.unfiled)
    yield Found(
        f"还有{len(related.unfiled)}个项目没有填报：{names}。",
        f"应填报的项目中{len(related.unfiled)}个没有开始",
        (context.place(ALL),),
        "请先填报项目的自评表；不需要填报的，请说明原因",
        severity=Severity.WARNING,
        pending=True,
    )


def _waiting(context: Context) -> Iterator[Found]:
    waiting = [each.filing for each in context.view.projects.every if not each.filing.is_filed]
    if not waiting:
        return
    names = "、".join(f"“{each.book.raw('project.name')}”（{each.state}）" for each in waiting)
    yield Found(
        f"有{len(waiting)}个项目的自评表还没有报送：{names}。",
        f"{len(waiting)}÷{len(context.view.projects.every)}个项目没有报送",
        (context.place(ALL),),
        "报送本表时，这些项目按现在的内容一并报送；建议项目的表先报送",
        severity=Severity.HINT,
    )


KIND = Kind(
    "T05",
    "项目个数一致",
    Severity.ERROR,
    "公开文件校核",
    Params,
    {"counted": expression, "stated": texts},
    check,
    frozenset({"counted"}),
    paper=check_paper,
)
