"""F08 支出构成 (决算报表勾稽): spending is its parts: 基本＋项目, 人员＋公用, and the parts of every other column with a 其中."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.sums import across, told
from crosschecks.rule import Dossier, Found, Kind, Profile, Severity

_OTHERS: Final = re.compile("收入|三公|资产|车辆")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every data table; income is F09's, 三公 and 资产 are F12's."""
    for report in dossier.reports:
        for matrix in report.matrices:
            for found in across(matrix, profile):
                if not _OTHERS.search(found.name):
                    yield told(found)


KIND = Kind("F08", "支出构成", Severity.ERROR, "决算报表勾稽", paper=check_paper)
