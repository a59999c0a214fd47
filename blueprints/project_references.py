"""项目的引用核对: what a department's form may say of its projects: groups, figures, forms and annexes.

Paths inside figures and groups are those of the projects' own forms, which this floor does not have; `filings.related_lint`
holds them against the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprints.layers import ID
from blueprints.projects import COUNT, PROJECTS, SUM, ProjectFigure, ProjectGroup, ProjectsDef
from blueprints.reader import guess
from blueprints.schema import Blueprint, PartDef
from blueprints.score_references import Fault

FOREIGN: Final = (ProjectFigure, ProjectGroup)  # their expressions speak of another form's facts


def project_faults(blueprint: Blueprint, value: object, path: str) -> Iterator[Fault]:
    """Yield what is wrong with the form's view of its projects, and with parts that are their annexes."""
    match value:
        case ProjectsDef():
            yield from _definition(blueprint, value, path)
        case ProjectFigure() if value.value.shape != "number":
            yield f"{path}.value", "这里要写算式，不能写条件"
        case ProjectGroup() if value.when.shape != "condition":
            yield f"{path}.when", 'when 要写条件，如 project.attribute == "经常性项目"'
        case PartDef():
            yield from _part(blueprint, value, path)


def _definition(blueprint: Blueprint, projects: ProjectsDef, path: str) -> Iterator[Fault]:
    if blueprint.subject != "department":
        yield path, "只有部门（单位）整体的表样（subject: department）能引用各项目的填报"
    if not projects.forms:
        yield f"{path}.forms", "须列出项目填报的表样标识，如 510904/2024/project-table"
    for number, form in enumerate(projects.forms, 1):
        if not ID.fullmatch(form):
            yield f"{path}.forms[{number}]", f"“{form}”应为 行政区划代码/年度/表名"
    for number, group in enumerate(projects.groups, 1):
        if group.key in {COUNT, SUM}:
            yield f"{path}.groups[{number}].key", f"“{group.key}”另有用处，请换一个键"


def _part(blueprint: Blueprint, part: PartDef, path: str) -> Iterator[Fault]:
    if not part.annex:
        if not part.nodes:
            yield path, "缺少键“nodes”"
        if part.forms:
            yield f"{path}.forms", "forms 只用于附件（annex）"
        return
    if part.nodes:
        yield f"{path}.nodes", "附件（annex）印各项目的成品，不能再写 nodes"
    projects = blueprint.projects
    if projects is None:
        yield f"{path}.annex", "须先写 projects，说明引用哪些表样的项目填报"
        return
    allowed = [PROJECTS, *(group.key for group in projects.groups)]
    if part.annex not in allowed:
        yield f"{path}.annex", f"没有“{part.annex}”这类项目，{guess(part.annex, allowed)}"
    for number, form in enumerate(part.forms, 1):
        if form not in projects.forms:
            yield f"{path}.forms[{number}]", f"“{form}”不在 projects 的 forms 中，{guess(form, projects.forms)}"


def groups_of(blueprint: Blueprint) -> list[str]:
    """Words that `only` may name where projects are listed."""
    return [group.key for group in blueprint.projects.groups] if blueprint.projects else []
