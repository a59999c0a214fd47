"""演示数据装载: reads the demo files and makes everything in them once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from filings.models import Filing
from selfeval.demo.journey import walk
from selfeval.demo.masters import Town, load_masters


def demo_files(folder: Path) -> list[dict[str, Any]]:
    """Demo files of a folder by name. Every scalar is text, as in blueprints."""
    return [
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
        for path in sorted(folder.glob("*.yaml"))
    ]


def load_demo(folder: Path, *, now: datetime) -> list[str]:
    """Load what is not there yet, so that an interrupted run goes on; returns a line per locality for the operator."""
    told: list[str] = []
    for data in demo_files(folder):
        town = load_masters(data, today=now.date())
        made = [walk(row, town=town, now=now) for row in data.get("filings", ()) if not is_there(row, town)]
        rest = f"新建填报 {len(made)} 份" if made else "填报均已存在，未改动"
        told.append(f"{town.locality.name}：单位 {len(town.departments)} 个，用户 {len(town.users)} 人，{rest}")
    return told


def is_there(row: dict[str, Any], town: Town) -> bool:
    """Has this filing been opened already?"""
    department, project = town.whose(row)
    return Filing.objects.filter(form=row["form"], subject__department=department, subject__project=project).exists()
