"""指标框架的空行: every 一级/二级指标 of the form is printed, filled or not."""

from __future__ import annotations

from blueprints.schema import Frame, LevelDef
from composing.records import INDICATORS, Record, level_of, numbered


def skeleton(frame: Frame, records: list[Record], least: int, only: str = "") -> list[Record]:
    """Place indicators in the form's frame, at least `least` lines for each 二级指标.

    An indicator with a 二级指标 the form does not have stands as filed at the end of its 一级指标, one with a foreign
    一级指标 at the end of the table: nothing filed is ever dropped or corrected.
    """
    levels = [level for level in frame.levels if not only or level.key == only]
    lines: list[Record] = []
    left = list(records)
    for level in levels:
        own = [record for record in left if _belongs(frame, record, level)]
        left = [record for record in left if record not in own]
        lines += _level_lines(level, own, least)
    return numbered(lines + left)


def _belongs(frame: Frame, record: Record, level: LevelDef) -> bool:
    if record.level1.strip():
        return level_of(frame, record.level1) == level
    return record.level2.strip() in level.children


def _level_lines(level: LevelDef, own: list[Record], least: int) -> list[Record]:
    lines: list[Record] = []
    for child in level.children:
        here = [record for record in own if record.level2.strip() == child]
        own = [record for record in own if record not in here]
        empty = Record(INDICATORS, 0, level.label, child)
        # A blank 一级指标 is found by its 二级指标 and printed under it.
        lines += [Record(INDICATORS, 0, level.label, child, record.row) for record in here]
        lines += [empty] * max(0, least - len(here))
    return lines + own
