"""计量单位: the unit words known after a number, their multiplier words, and the scale of one unit against another."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

MULTIPLIERS: Final[dict[str, Decimal]] = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
    "百": Decimal(10) ** 2,
}

# Longest first, because one is the beginning of another (人 / 人次, 千 / 千克).
_WORDS: Final = (
    "% ‰ 个百分点 百分点 人民币元 美元 元 角 人次 人天 人月 人 名 位 户次 户 家庭 家 个月 个工作日 个 工作日 件次 件 台次 台套 台"
    " 套 辆次 辆 次 份 条 项次 项 场次 场 期 批次 批 所 座 处 村 社区 乡镇 镇 乡 街道 县 市 张 册 本 卷 篇 幅 块 只 头 株 棵 床 间 栋"
    " 幢 门 种 类 例 起 宗 笔 点 级 星 倍 分钟 分 秒 小时 时 天 日 周 季度 季 月 年度 年 岁 平方公里 平方千米 平方米 立方米 延米"
    " 公里 千米 分米 厘米 毫米 米 亩 公顷 公斤 千克 毫克 克 吨 升 毫升 千瓦时 千瓦 瓦 度 ㎡ ㎞ ㎏ m² m2 m³ m3 km² km kg mm cm m t kW MB GB TB"
)
UNIT_WORDS: Final = tuple(sorted(_WORDS.split(), key=len, reverse=True))
_WORD: Final = "|".join(re.escape(word) for word in UNIT_WORDS)
_SCALE: Final = "|".join(MULTIPLIERS)
UNIT_PATTERN: Final = rf"(?:(?:{_SCALE})?(?:{_WORD})(?:[/·每](?:{_WORD}))*)"

_KNOWN: Final = re.compile(UNIT_PATTERN)
_UNLISTED: Final = re.compile(r"[^\W\d_]{1,2}")
# A word with one of these is a phrase (100已完成), not an unlisted unit (30标段).
_PHRASE: Final = frozenset("完成达到已未按前后底并等且为是的以上下内中超约近余多无零一二三四五六七八九十百千万亿")

_SAME: Final[dict[str, tuple[str, Decimal]]] = {
    "名": ("人", Decimal(1)),
    "位": ("人", Decimal(1)),
    "人民币元": ("元", Decimal(1)),
    "日": ("天", Decimal(1)),
    "‰": ("%", Decimal("0.1")),
    "公里": ("米", Decimal(1000)),
    "千米": ("米", Decimal(1000)),
    "km": ("米", Decimal(1000)),
    "㎞": ("米", Decimal(1000)),
    "m": ("米", Decimal(1)),
    "㎡": ("平方米", Decimal(1)),
    "m²": ("平方米", Decimal(1)),
    "m2": ("平方米", Decimal(1)),
    "m³": ("立方米", Decimal(1)),
    "m3": ("立方米", Decimal(1)),
    "公斤": ("千克", Decimal(1)),
    "kg": ("千克", Decimal(1)),
    "㎏": ("千克", Decimal(1)),
    "吨": ("千克", Decimal(1000)),
    "t": ("千克", Decimal(1000)),
}


def is_unit(text: str) -> bool:
    """Whether `text` can stand as a unit: a listed one (万人, 元/人), or an unlisted word of one or two letters."""
    if _KNOWN.fullmatch(text):
        return True
    return bool(_UNLISTED.fullmatch(text)) and not _PHRASE.intersection(text)


def split_multiplier(unit: str) -> tuple[str, str]:
    """万人 → ("万", "人"); 千克 → ("", "千克"), because that 千 belongs to the unit."""
    if unit in UNIT_WORDS:
        return "", unit
    for word in MULTIPLIERS:
        if unit.startswith(word):
            return word, unit.removeprefix(word)
    return "", unit


def scale_of(unit: str) -> tuple[str, Decimal]:
    """The base unit of `unit` and how many of it one `unit` is: 万人 → ("人", 10000), ‰ → ("%", 0.1)."""
    word, base = split_multiplier(unit)
    name, factor = _SAME.get(base, (base, Decimal(1)))
    return name, factor * MULTIPLIERS.get(word, Decimal(1))
