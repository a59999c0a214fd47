"""项目引用检查: what a department's form says of its projects' forms must be true of every one of them."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError

from blueprints.catalogue import catalogue
from blueprints.concepts import known_paths
from blueprints.expressions import Expression
from blueprints.schema import Blueprint
from filings.in_force import uploaded


def lint_related(blueprint: Blueprint) -> list[str]:
    """Problems, each naming the figure or group and the form; an empty list for a form that quotes no projects."""
    return list(_troubles(blueprint))


def _troubles(blueprint: Blueprint) -> Iterator[str]:
    projects = blueprint.projects
    if projects is None:
        return
    asked: list[tuple[str, Expression]] = [(f"figures 中的 {f.key}", f.value) for f in projects.figures]
    asked += [(f"groups 中的 {g.key}", g.when) for g in projects.groups]
    for name in projects.forms:
        form = found(name)
        if form is None:
            yield f"projects 的 forms：没有“{name}”这份表样，请核对标识，或先把它放进表样目录、上传启用"
        elif form.subject != "project":
            yield f"projects 的 forms：“{name}”不是项目的表样"
        else:
            known = known_paths(form)
            for where, expression in asked:
                for path in sorted(expression.paths - known):
                    yield f"projects 的 {where}：表样“{name}”没有“{path}”这个事实位置"


def found(form: str) -> Blueprint | None:
    """The form from the files, else an uploaded one in force; without a database only the files count."""
    known = catalogue().get(form)
    if known is not None:
        return known
    try:
        return uploaded([form]).get(form)
    except DatabaseError:
        return None
