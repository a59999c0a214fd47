"""样例: several filings of one batch, each with its own project and texts."""

from __future__ import annotations

from filings.actions.confirm import confirm
from filings.actions.move import hand_over
from filings.actions.submit import submit
from tests.factories import ProjectFactory, SubjectFactory
from tests.filings.samples import FACTS, NOW

OWN = (
    "组织两期业务培训，讲解新的待遇核定办法，参加人员全部通过考核。",
    "聘请第三方抽查三成对象的领取资格，没有发现冒领和重复领取。",
    "改造两处经办大厅，增设自助查询设备，等候时间缩短到十分钟以内。",
    "逐村上门采集生存认证信息，为行动不便的老人代办手续四百余次。",
)
SHARED = "逐月汇总退休和转出人员名单，测算本息后向财政申请资金，全年办理14264人次。"


def another(town, texts=None, *, name="", department=None, form=None, year=2024, project=None):
    """A draft of another project, filled in."""
    project = project or ProjectFactory(department=department or town.unit, **({"name": name} if name else {}))
    subject = SubjectFactory(project=project, year=year)
    filing = town.draft(subject=subject, **({"form": form} if form else {}))
    town.write(filing, FACTS | (texts or {}))
    return filing


def sent(town, filing):
    """Hand over, confirm, submit."""
    hand_over(filing=filing, by=town.filler, now=NOW)
    confirm(filing=filing, by=town.head, now=NOW)
    submit(filing=filing, by=town.filler, now=NOW)
    filing.refresh_from_db()
    return filing
