"""表样说明: what a form asks, scores and checks, in words for an administrator who does not read YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.reviewed import prints_review
from blueprints.schema import (
    Blueprint,
    Derived,
    Entry,
    FieldEntry,
    FiguresTable,
    FundsTable,
    PointNode,
    RuleDef,
    ScoresEntry,
    TableEntry,
)
from composing.lint import empty_book
from crosschecks.finding import SEVERITY_LABELS, Severity
from crosschecks.kinds.registry import KINDS
from factbook.book import FactBook
from factbook.labels import label_of
from filings.param_words import VALUES, param_label
from scoring.engine import full_marks
from scoring.rules.registry import RULES
from values.numerals import plain
from values.vocabulary import SOURCE_LABELS, Source

WIDGETS: Final[Mapping[str, str]] = {
    "line": "一行文字",
    "prose": "叙述",
    "choice": "选一项",
    "boxes": "勾选",
    "date": "日期",
    "number": "数字",
}
_PLACE: Final = re.compile(r"\{([\w.]+)\}")
_PATH: Final = re.compile(
    r"\b(?:prior\.)?(?:funds|text|figure|choice|sign|grade|score|derived|parameter|project|department|list|indicators|sum|total|share)"
    r"(?:\.\w+)+"
)


@dataclass(frozen=True, slots=True)
class PointWords:
    """分值一行: depth from 0, label, full marks, how it is scored and where that is written."""

    depth: int
    label: str
    of: str
    rule: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class CheckWords:
    """勾稽一行."""

    rule: str
    name: str
    severity: str
    severity_label: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class SectionWords:
    """分节一行: title and what it asks."""

    title: str
    asks: tuple[str, ...]


class FormWords:
    """一张表样的说明; every property is ready for a template."""

    def __init__(self, form: Blueprint) -> None:
        """Keep the form and an empty book, which knows what rows are called."""
        self.form = form
        self._book: FactBook = empty_book(form)

    @property
    def subject(self) -> str:
        """项目 or 部门（单位）整体."""
        return "项目" if self.form.subject == "project" else "部门（单位）整体"

    @property
    def title(self) -> str:
        """标题 with the year in place and the rest named: （2024年度）, 〔项目名称〕."""
        text = self.form.title.replace("{year}", str(self.form.year))
        return _PLACE.sub(lambda found: f"〔{label_of(self.form, self._book, found.group(1))}〕", text)

    @property
    def papers(self) -> str:
        """Which finished papers there are of it."""
        if not prints_review(self.form):
            return "报送时印成，此后不变"
        return "报送稿：报送时的原样，复核各处空着；审定稿：审核通过后，印有财政复核的得分、等次或意见"

    @property
    def sections(self) -> list[SectionWords]:
        """What is asked, section by section."""
        return [SectionWords(s.title, tuple(self._entry(e) for e in s.entries)) for s in self.form.sections]

    @property
    def points(self) -> list[PointWords]:
        """The points tree with its rules."""
        return [line for node in self.form.points for line in self._points(node, 0)]

    @property
    def full(self) -> str:
        """Full marks of the form, '' for one that is not scored."""
        marks = sum((full_marks(node) or Decimal(0) for node in self.form.points), Decimal(0))
        return plain(marks) if self.form.points else ""

    @property
    def checks(self) -> list[CheckWords]:
        """What is compared with what."""
        return [self._check(n) for n in range(len(self.form.checks))]

    @property
    def grades(self) -> list[tuple[str, str]]:
        """等次 and from how many points."""
        return [(g.name, "其余" if g.at_least is None else f"{plain(g.at_least)} 分及以上") for g in self.form.grades]

    @property
    def parameters(self) -> list[tuple[str, str, str]]:
        """年度参数: what it is, number, source."""
        return [(p.label or p.key, p.said, p.source) for p in self.form.parameters]

    @property
    def derived(self) -> list[tuple[str, str]]:
        """派生数: label and how it is reckoned."""
        return [(d.label, self._reckoned(d)) for d in self.form.derived]

    def _reckoned(self, derived: Derived) -> str:
        over = f" ÷ {self.said(derived.over.text)}" if derived.over else ""
        return self.said(derived.value.text) + over + ("（可自填）" if derived.filed else "")

    def said(self, text: str) -> str:
        """An expression with the form's own words in place of paths: 预算执行数 ÷ 全年预算数."""
        named = _PATH.sub(lambda found: label_of(self.form, self._book, found.group()), text)
        return named.replace(" / ", " ÷ ").replace(" * ", " × ").replace(" - ", " － ").replace(" + ", " ＋ ")

    def _entry(self, entry: Entry) -> str:
        match entry:
            case FieldEntry():
                words = [WIDGETS[entry.widget], "必填" if entry.required else ""]
                words += [f"{entry.limit}字以内" if entry.limit else "", "不印" if entry.unprinted else ""]
                return f"{entry.label}（{'，'.join(word for word in words if word)}）"
            case TableEntry():
                return self._table(entry.table)
            case ScoresEntry():
                labels = [node.label for node in self.form.nodes() if node.key in entry.nodes]
                return f"自评得分和原因：{'、'.join(labels)}"

    def _table(self, key: str) -> str:
        table = self.form.table(key)
        if table is None:
            return key
        if isinstance(table, FundsTable):
            across = [stage.label for stage in table.stages]
            return f"{table.label}（资金表：{'、'.join(across)}；{'、'.join(s.label for s in table.sources)}）"
        if isinstance(table, FiguresTable):
            columns, rows = (c.label for c in table.columns), (r.label for r in table.rows)
            return f"{table.label}（数字表：{'、'.join(columns)}；{'、'.join(rows)}）"
        return f"{table.label}（明细表：{'、'.join(column.label for column in table.columns)}）"

    def _points(self, node: PointNode, depth: int) -> Iterator[PointWords]:
        marks = full_marks(node)
        printed = f"表上印 {node.printed}：{node.because}" if node.printed else node.because
        rule = self.rule(node.rule) if node.rule else ""
        source = node.rule.source if node.rule else ""
        yield PointWords(depth, node.label, "" if marks is None else plain(marks), rule, source, printed)
        for part in node.parts:
            scored = self.rule(part.rule) if part.rule else ""
            yield PointWords(depth + 1, f"其中：{part.label}", plain(part.of or Decimal(0)), scored, "", "")
        for child in node.children:
            yield from self._points(child, depth + 1)

    def rule(self, rule: RuleDef) -> str:
        """A rule of scoring with its parameters, in words."""
        label = "定量指标按完成比例，定性指标按档次" if rule.kind == "by_relation" else ""
        label = label or (RULES[rule.kind].label if rule.kind in RULES else rule.kind)
        words = [f"{param_label(rule.kind, n)} {VALUES.get((n, t)) or self.said(t)}" for n, t in rule.params.items()]
        return f"{label}：{'；'.join(words)}" if words else label

    def _check(self, number: int) -> CheckWords:
        check = self.form.checks[number]
        kind = KINDS.get(check.rule)
        severity = Severity(check.severity) if check.severity else kind.severity if kind else Severity.ERROR
        words = [f"{param_label(check.rule, name)} {self._texts(text)}" for name, text in check.params.items()]
        words += [f"当 {self.said(check.when.text)}"] if check.when else []
        name, source = (kind.name, kind.source) if kind else ("", "")
        return CheckWords(check.rule, name, str(severity), SEVERITY_LABELS[severity], "；".join(words), source)

    def _texts(self, value: str | tuple[str, ...]) -> str:
        texts = (value,) if isinstance(value, str) else value
        return "、".join(self._named(text) for text in texts)

    def _named(self, text: str) -> str:
        """A table or node by its key in the form's words, else the expression."""
        node, table = self.form.node(text), self.form.table(text)
        if node or table:
            return node.label if node else table.label if table else ""
        return SOURCE_LABELS[Source(text)] if text in set(Source) else self.said(text)
