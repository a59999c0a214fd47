"""勾稽检查: what is wrong with a blueprint's checks, in words for its author.

Paths, expressions, nodes, tables and sources that do not exist are told by `blueprints`; here stands what only a rule knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.schema import Blueprint, CheckDef, FundsTable
from crosschecks.context import INDICATORS
from crosschecks.engine import kind_of
from crosschecks.kind import Kind
from crosschecks.params import ParamError, read, texts


def lint_checks(blueprint: Blueprint) -> list[str]:
    """Problems of rules and parameters, each naming check, rule and parameter; an empty list when there are none."""
    return [
        f"checks 第{number}条（{check.rule}）：{trouble}"
        for number, check in enumerate(blueprint.checks, 1)
        for trouble in _troubles(blueprint, check)
    ]


def _troubles(blueprint: Blueprint, check: CheckDef) -> Iterator[str]:
    try:
        kind = kind_of(check)
        read(check.params, kind.readers, kind.required, kind.params)
    except ParamError as trouble:
        yield str(trouble)
        return
    yield from _nodes(blueprint, check, kind)
    yield from _leaf(blueprint, check)
    yield from _stages(blueprint, check)


def _nodes(blueprint: Blueprint, check: CheckDef, kind: Kind) -> Iterator[str]:
    """A rule over scores looks at nodes of the points tree; one over rows may look at the table of indicators itself."""
    known = dict.fromkeys(node.key for node in blueprint.nodes())
    if kind.reads_rows:
        known[INDICATORS] = None
    for name in ("of", "nodes"):
        for key in texts(check.params.get(name, ())):
            if key not in known:
                yield f"参数 {name}：没有分值节点“{key}”，可用的有：{'、'.join(known) or '（本表不评分，这条规则用不上）'}"


def _leaf(blueprint: Blueprint, check: CheckDef) -> Iterator[str]:
    """S07 speaks of one leaf with points of its own."""
    node = blueprint.node(str(check.params["of"])) if check.rule == "S07" else None
    if node is not None and (node.children or node.from_table):
        yield f"参数 of：“{node.key}”须是没有下级、不按明细表计分的分值节点"


def _stages(blueprint: Blueprint, check: CheckDef) -> Iterator[str]:
    """F01 looks at the columns of a funds table."""
    if check.rule != "F01":
        return
    table = blueprint.table(str(check.params["table"]))
    if not isinstance(table, FundsTable):
        yield f"参数 table：“{check.params['table']}”须是资金表"
        return
    stages = [stage.stage for stage in table.stages]
    for word in texts(check.params.get("stages", ())):
        if word not in stages:
            yield f"参数 stages：资金表“{table.key}”没有“{word}”，可用的有：{'、'.join(stages)}"
