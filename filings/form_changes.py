"""表样变化: what another version of a form changes for a filing under way, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from blueprints.schema import Blueprint, FieldEntry, FiguresTable, FundsTable
from filings.form_words import FormWords
from scoring.engine import full_marks
from values.numerals import plain

KIND_LABELS: Mapping[str, str] = {"added": "新增", "removed": "去掉", "changed": "改变"}


@dataclass(frozen=True, slots=True)
class FormChange:
    """一处变化: in which half of the form, what, and from what to what."""

    area: str
    kind: Literal["added", "removed", "changed"]
    label: str
    old: str = ""
    new: str = ""

    @property
    def kind_label(self) -> str:
        """新增, 去掉 or 改变."""
        return KIND_LABELS[self.kind]


def form_changes(old: Blueprint, new: Blueprint) -> list[FormChange]:
    """Everything that a filler, head or reviewer would notice; empty when only notes and layout of the file differ."""
    areas = (
        ("填报项", _asked(old), _asked(new)),
        ("数据表", _columns(old), _columns(new)),
        ("分值", _points(old), _points(new)),
        ("计分规则", _rules(old), _rules(new)),
        ("等次", _grades(old), _grades(new)),
        ("年度参数", _parameters(old), _parameters(new)),
        ("勾稽", _checks(old), _checks(new)),
        ("名称和印法", _title(old), _title(new)),
    )
    found = [change for area, before, after in areas for change in _compare(area, before, after)]
    printed = [] if old.parts == new.parts else [FormChange("名称和印法", "changed", "印刷版式", "原版式", "新版式")]
    return found + printed


Said = dict[str, tuple[str, str]]  # key → (label, value in words)


def _compare(area: str, before: Said, after: Said) -> Iterator[FormChange]:
    for key, (label, value) in after.items():
        if key not in before:
            yield FormChange(area, "added", label, "", value)
        elif before[key] != (label, value):
            was, old = before[key]
            named = label if was == label else f"{was} → {label}"
            yield FormChange(area, "changed", named, old, value)
    for key, (label, value) in before.items():
        if key not in after:
            yield FormChange(area, "removed", label, value)


def _entries(form: Blueprint) -> dict[str, FieldEntry]:
    entries = (entry for section in form.sections for entry in section.entries)
    return {entry.path: entry for entry in entries if isinstance(entry, FieldEntry)}


def _asked(form: Blueprint) -> Said:
    said: Said = {}
    for path, entry in _entries(form).items():
        words = ["必填" if entry.required else "选填"]
        words += [f"{entry.limit}字以内"] if entry.limit else []
        words += ["、".join(entry.choices)] if entry.choices else []
        said[path] = (entry.label, "，".join(words))
    return said


def _columns(form: Blueprint) -> Said:
    said: Said = {}
    for table in form.tables:
        said[table.key] = (table.label, "")
        if isinstance(table, FundsTable):
            said |= {f"{table.key}.s.{s.stage}": (f"{table.label}·{s.label}", "环节") for s in table.stages}
            said |= {f"{table.key}.o.{s.source}": (f"{table.label}·{s.label}", "来源") for s in table.sources}
        elif isinstance(table, FiguresTable):
            said |= {path: (f"{table.label}·{table.label_at(path)}", "数字") for path in table.paths()}
        else:
            for column in table.columns:
                said[f"{table.key}.{column.field}"] = (
                    f"{table.label}·{column.label}",
                    "必填" if column.required else "选填",
                )
    return said


def _points(form: Blueprint) -> Said:
    marks = {node.key: full_marks(node) for node in form.nodes()}
    return {n.key: (n.label, "" if (of := marks[n.key]) is None else f"{plain(of)}分") for n in form.nodes()}


def _rules(form: Blueprint) -> Said:
    words, said = FormWords(form), {}
    for leaf in form.leaves():
        for node in (leaf, *leaf.parts):
            if node.rule:
                said[node.key] = (node.label, words.rule(node.rule))
    return said


def _grades(form: Blueprint) -> Said:
    return {g.name: (g.name, "其余" if g.at_least is None else f"{plain(g.at_least)}分及以上") for g in form.grades}


def _parameters(form: Blueprint) -> Said:
    return {p.key: (p.label or p.key, f"{p.said}（{p.source}）") for p in form.parameters}


def _checks(form: Blueprint) -> Said:
    """By rule, and within a rule by its place among those of the same rule, as `extends` counts them."""
    said: Said = {}
    for check in FormWords(form).checks:
        number = sum(key.startswith(f"{check.rule}.") for key in said)
        said[f"{check.rule}.{number}"] = (f"{check.rule} {check.name}", f"{check.severity_label}：{check.words}")
    return said


def _title(form: Blueprint) -> Said:
    style = f"{form.print.unit}，{form.print.decimals}位小数"
    return {"name": ("名称", form.name), "title": ("标题", form.title), "print": ("金额", style)}
