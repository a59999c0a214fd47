"""样例: a form small enough to fill in a line, and a town of people who file it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from accounts.models import Role
from audit.models import AuditEvent
from blueprints.load import load_text
from crosschecks.finding import Finding, Place, Severity
from factbook.apply import apply
from factbook.changes import ChangeSet
from filings.actions.confirm import confirm
from filings.actions.move import hand_over, start_review
from filings.actions.submit import submit
from filings.models import BlueprintVersion, Filing
from projects.models import Subject
from tests.factories import (
    DepartmentFactory,
    FinanceFactory,
    LocalityFactory,
    ProjectFactory,
    SubjectFactory,
    member,
)

NOW = datetime(2025, 3, 5, 1, 30, tzinfo=UTC)
AREA = "990777"
FORM = f"{AREA}/2024/small"
OTHER = f"{AREA}/2024/other"

SMALL = """
id: 990777/2024/small
name: 项目自评表
title: 项目支出绩效自评表（{year}年度）
subject: project
source: 测试用表样
print: {unit: 万元, decimals: 2, grouping: true}
tables:
- funds: funds
  label: 预算执行情况
  stages:
  - {stage: adjusted, label: 预算数}
  - {stage: spent, label: 执行数}
  sources:
  - {source: all, label: 总额}
- records: indicators
  label: 绩效指标
  columns:
  - {field: name, label: 三级指标, required: true}
  - {field: target, label: 指标值, required: true}
  - {field: actual, label: 完成值, required: true}
  - {field: weight, label: 权重, shape: number}
  - {field: score, label: 得分, shape: number}
sections:
- key: goals
  title: 目标
  entries:
  - {ask: text.goal, label: 年度目标, widget: prose, required: true}
  - {ask: text.result, label: 完成情况, widget: prose, required: true}
- key: funds
  title: 预算执行
  entries:
  - {table: funds}
- key: scores
  title: 评分
  entries:
  - {scores: [execution, quality]}
- key: indicators
  title: 指标
  entries:
  - {table: indicators}
parts:
- name: 自评表
  nodes:
  - title
  - grid: 24
    rows:
    - cells:
      - {label: 项目名称, span: 6}
      - {field: project.name, span: 18}
    - cells:
      - {label: 年度目标, span: 6}
      - {field: text.goal, span: 18}
points:
- {key: execution, label: 预算执行, of: 10, rule: {kind: ratio, value: funds.spent.all, over: funds.adjusted.all}}
- {key: quality, label: 完成质量, of: 90, rule: {kind: manual}}
grades:
- {at_least: 90, name: 优}
- {at_least: 80, name: 良}
- {at_least: 60, name: 中}
- {name: 差}
"""

GRID = """    - cells:
      - {label: 年度目标, span: 6}
      - {field: text.goal, span: 18}
"""
# The same form with the bureau's column, as many places print it.
REVIEWED = SMALL.replace(
    GRID,
    GRID
    + """    - scores: all
      columns:
      - {label: 评价内容, span: 8, field: level3}
      - {label: 分值, span: 4, field: of}
      - {label: 自评得分, span: 4, field: self}
      - {label: 财政复核, span: 4, field: review}
      - {label: 复核理由, span: 4, field: review_reason}
    - cells:
      - {label: 合计, span: 12}
      - {field: score.total.self, span: 4}
      - {field: score.total.review, span: 4}
      - {field: grade.review, span: 4}
    - cells:
      - {label: 财政部门意见, span: 6}
      - {field: review.opinion, span: 18, foot: ["审核人：{review.by}　{review.date}"]}
""",
)

FACTS = {
    "text.goal": "全年办理业务不少于一万件。",
    "text.result": "全年办理业务10236件。",
    "funds.adjusted.all": "100",
    "funds.spent.all": "95",
    "score.execution.self": "9.5",
    "score.quality.self": "85",
}


def later(**span):
    return NOW + timedelta(**span)


def finding(severity=Severity.ERROR, rule="S01", path="text.goal", quote="甲", arithmetic="1≠2"):
    return Finding(rule, severity, "年度目标与完成情况不一致", arithmetic, (Place(path, "年度目标", quote),), "请核对")


def blueprint_row(text=SMALL):
    blueprint = load_text(text, name="small")
    fields = {"form": blueprint.id, "name": blueprint.name, "text": text, "seen_at": NOW}
    return BlueprintVersion.objects.get_or_create(digest=blueprint.digest, defaults=fields)[0]


class Town:
    """A locality with its bureau, a supervised unit, one project's year and the people around it."""

    text = SMALL

    def __init__(self):
        self.locality = LocalityFactory(code=AREA, name="云山区")
        self.bureau = FinanceFactory(locality=self.locality)
        self.unit = DepartmentFactory(locality=self.locality)
        self.project = ProjectFactory(department=self.unit)
        self.subject = SubjectFactory(project=self.project)
        self.filler = member(self.unit, Role.FILLER)
        self.head = member(self.unit, Role.HEAD)
        self.reviewer = member(self.bureau, Role.REVIEWER)
        self.admin = member(self.bureau, Role.ADMIN)

    def draft(self, *, subject=None, form=FORM, by=None):
        by = by or self.filler
        text = self.text.replace(FORM, form)
        who = {"opened_by": by, "opened_at": NOW, "changed_by": by, "changed_at": NOW}
        return Filing.objects.create(subject=subject or self.subject, form=form, blueprint=blueprint_row(text), **who)

    def write(self, filing, posted=None, *, by=None, section="goals", rows=()):
        subject = Subject.objects.get(pk=filing.subject_id)
        blueprint = load_text(filing.blueprint.text, name="small")
        changes = ChangeSet(filing.form, section, subject.version, dict(FACTS if posted is None else posted), rows)
        return apply(subject=subject, changes=changes, blueprint=blueprint, by=by or self.filler, now=NOW)

    def filled(self, *, facts=None, **how):
        filing = self.draft(**how)
        self.write(filing, facts)
        return filing

    def handed(self, **how):
        filing = self.filled(**how)
        hand_over(filing=filing, by=self.filler, now=NOW)
        return filing

    def confirmed(self, **how):
        filing = self.handed(**how)
        confirm(filing=filing, by=self.head, now=NOW)
        return filing

    def submitted(self, **how):
        filing = self.confirmed(**how)
        submit(filing=filing, by=self.filler, now=NOW)
        return filing

    def reviewing(self, **how):
        filing = self.submitted(**how)
        start_review(filing=filing, by=self.reviewer, now=NOW)
        return filing


def trail(action, result="ok"):
    return list(AuditEvent.objects.filter(action=action, result=result).order_by("number"))
