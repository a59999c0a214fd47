"""汇总表: one row per filing of a bundle, figures as figures, for sorting and summing in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from django.utils.timezone import localtime

from documents.writers.listing import Column, Value, write_listing
from factbook.load import supervisor_of
from filings.models import BundleItem
from filings.outcome import Outcome

POINTS = "0.00"
COLUMNS = (
    Column("主管部门", 24),
    Column("单位", 24),
    Column("项目", 36),
    Column("表样", 28),
    Column("状态", 12),
    Column("自评总分", 10, POINTS),
    Column("计算总分", 10, POINTS),
    Column("复核总分", 10, POINTS),
    Column("自评等次", 10),
    Column("复核等次", 10),
    Column("报送轮次", 10, "0"),
    Column("报送时间", 18, "yyyy-mm-dd hh:mm"),
    Column("通过时间", 18, "yyyy-mm-dd hh:mm"),
    Column("文件版本", 10),
    Column("文件", 60),
    Column("文件（2）", 60),
    Column("文件（3）", 60),
)
IndexRow = Sequence[Value]


def index_row(item: BundleItem, outcome: Outcome | None, files: Sequence[str]) -> IndexRow:
    """Row of one item's filing, as of its snapshot; `files` are its names in the archive."""
    filing, snapshot, subject = item.filing, item.snapshot, item.filing.subject
    supervisor = supervisor_of(subject.department)
    return (
        supervisor.name if supervisor else "",
        subject.department.name,
        str(subject.project) if subject.project else "部门整体",
        filing.blueprint.name,
        filing.get_state_display(),
        snapshot.total_self,
        snapshot.total_computed,
        outcome.review.total if outcome else None,
        snapshot.grade,
        outcome.review.grade if outcome else "",
        snapshot.round,
        localtime(snapshot.at),
        localtime(outcome.at) if outcome else None,
        item.get_edition_display(),
        *files,
    )


def write_index(path: Path, rows: Iterable[IndexRow], *, created: datetime) -> int:
    """Write the index to `path`, row by row as they come; returns their number."""
    return write_listing(path, "汇总表", COLUMNS, rows, created=created)
