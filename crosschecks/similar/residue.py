"""模板残留: what the template wanted replaced, and marks that another programme left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TAGS: Final = r"p|br|div|span|font|strong|em|b|i|u|a|table|tbody|tr|td|th|ul|ol|li|h[1-6]|o:p|img|sup|sub"
_GAP: Final = r"[ \u3000_\uff3f]{0,12}"
_KINDS: Final = (
    ("书签标记", r"\[(?:bookmark|书签)[^\[\]\n]{0,80}\]?"),
    ("网页标记", rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,200}})?/?>|&(?:nbsp|ensp|emsp|lt|gt|quot|amp);"),
    # Crosses and letters that stand for a name or a number; XX between Latin letters is a model number.
    ("未替换的××", r"[×\u2715\u2573]{2,}|(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z0-9])|[\uff38\uff58\u2169]{2,}|(?<!\*)\*{2,}(?!\*)"),
    ("待填的空白", r"[_\uff3f]{2,}|\ufe4d{2,}|…{4,}|\.{6,}"),
    ("未填的日期", rf"(?:(?<!\w)20|(?<!\d)\d{{4}}|(?<!\w)){_GAP}年(?:{_GAP}月{_GAP}日|[ \u3000_\uff3f]{{1,12}}月(?![均度份初末底]))"),
    ("填写提示", r"[（(【\[](?:[^（()）【】\[\]\n]{0,20})(?:具体工作|具体内容|具体情况|字以内|字左右|据实填写|自行填写|可另附页|简要说明|请?根据实际)[^（()）【】\[\]\n]{0,20}[）)】\]]"),
    ("填写提示", r"请(?:在此)?(?:处|如实|据实|逐项|对照|简要|详细)?填(?:写|入|报)[^。；，\n]{0,12}|此处(?:填写|说明|插入)|点击(?:此处|输入)[^。；，\n]{0,10}"),
    ("范本字样", r"(?:参考|填报|填写)(?:范本|范文|样表|模板)|范本|(?:待|有待)(?:补充|完善|核实)(?:数据|内容)|待填"),
)  # fmt: skip
_PATTERNS: Final = tuple((name, re.compile(pattern)) for name, pattern in _KINDS)
# Where a report speaks of templates as its subject, they are no residue.
_SPOKEN_OF: Final = re.compile(
    r"(?:制定|制作|编制|印发|统一|规范|下发|提供|完善|设计|按照?|使用|套用)[^。；，\n]{0,8}$"
)


@dataclass(frozen=True, slots=True)
class Residue:
    """一处残留: kind, the words, and where they begin."""

    kind: str
    quote: str
    start: int


def residue(text: str) -> list[Residue]:
    """Everything left over in a text, in order; of marks within marks the first kind counts."""
    found: list[Residue] = []
    taken: list[tuple[int, int]] = []
    for kind, start, end in _hits(text):
        if not any(start < stop and begin < end for begin, stop in taken):
            taken.append((start, end))
            found.append(Residue(kind, text[start:end].strip(), start))
    return sorted(found, key=lambda each: each.start)


def _hits(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _PATTERNS:
        for hit in pattern.finditer(text):
            spoken = kind == "范本字样" and _SPOKEN_OF.search(text[max(0, hit.start() - 14) : hit.start()])
            if not spoken:
                yield kind, hit.start(), hit.end()
