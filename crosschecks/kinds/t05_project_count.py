"""T05 项目个数一致: stated numbers of projects agree with the papers there are, and whoever has to file has filed (遂宁 8/7 [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprints.expressions import Expression
from crosschecks.params import expression, texts
from crosschecks.rule import Context, Found, Kind, Severity, plain

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
)
