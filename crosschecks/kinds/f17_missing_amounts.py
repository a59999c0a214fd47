"""F17 金额缺项: a sum over projects is asked for while one of them has no such amount (财预〔2020〕10号附件1 [知])."""

from __future__ import annotations

from collections.abc import Iterator

from crosschecks.rule import Context, Found, Kind, Severity


def check(context: Context, _params: object) -> Iterator[Found]:
    """Every figure that is added up, with the projects that lack it."""
    projects = context.view.projects
    for figure in projects.definition.figures if projects.definition else ():
        lacking = [each.filing.book.raw("project.name") for each in projects.every if each.figure(figure) is None]
        if figure.shape == "percent" or not lacking:
            continue
        path = f"projects.sum.{figure.key}"
        names = "、".join(f"“{name}”" for name in lacking)
        yield Found(
            f"{names}没有填{figure.label}，“{context.label(path)}”不能计算。",
            f"{len(projects.every)}个项目中{len(lacking)}个没有填{figure.label}",
            (context.place(path),),
            f"请到项目的自评表里填写{figure.label}，没有发生的填0",
            pending=True,
        )


KIND = Kind("F17", "金额缺项", Severity.WARNING, "财预〔2020〕10号附件1", check=check)
