"""起草时的猜测: which cells of a paper are labels, which are places to fill in, and what they probably hold.

What somebody wrote beside a known label is not copied: it says where a field is, no more. A short word beside no known
label is taken for a label itself; the author deletes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from documents.readers.paper import PaperCell

# Words printed on forms → facts that the system fills in by itself.
KNOWN: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("项目名称",), "project.name"),
    (("项目代码", "项目编码"), "project.code"),
    (("项目代码及名称", "项目名称及代码"), "project.code_and_name"),
    (("项目属性", "项目类型"), "project.attribute"),
    (("项目期", "项目起止时间", "实施期限"), "project.period"),
    (("主管部门", "主管单位", "项目主管部门"), "supervisor.name"),
    (
        ("实施单位", "项目单位", "项目实施单位", "预算单位", "单位名称", "填报单位", "部门名称", "部门（单位）名称"),
        "department.name",
    ),
    (("单位代码", "单位编码", "预算单位编码"), "department.code"),
    (("年度", "评价年度", "自评年度"), "year"),
    (("财政部门意见", "财政部门审核意见", "财政审核意见", "财政局意见", "财政部门复核意见"), "review.opinion"),
)
_FIELDS: Final = {word: path for words, path in KNOWN for word in words}
_PROJECT: Final = "project."
_FIGURE: Final = re.compile(
    r"[-+−]?[\d,，]+(?:\.\d+)?\s*(?:%|％|元|万元|分|人|次|个|天|年|月|日)?|[/／—]+|√|☑.*|\d{4}[年./-]\d{1,2}.*"
)
_NOTE: Final = re.compile(r"(?:注|备注|说明|填表说明|填报说明)\s*[:：]")
LONGEST_LABEL: Final = 60


def squeeze(text: str) -> str:
    """A label without the blanks and marks that forms put between its characters."""
    return re.sub(r"[\s\u3000:：*\uff0a]+", "", text).removesuffix("（盖章）").removesuffix("（公章）")


def is_value(cell: PaperCell, left: PaperCell | None) -> bool:
    """Is this a place to fill in: empty, a figure, a long text, or what stands right of a well-known label?"""
    text = cell.text.strip()
    if _NOTE.match(text):
        return False  # however long: the form's own words
    if not text or _FIGURE.fullmatch(text) or len(text) > LONGEST_LABEL:
        return True
    return left is not None and squeeze(left.text) in _FIELDS and squeeze(text) not in _FIELDS


def known_path(label: str, subject: str) -> str:
    """The fact behind a well-known label, '' for any other."""
    path = _FIELDS.get(squeeze(label), "")
    return "" if subject != "project" and path.startswith(_PROJECT) else path


def neighbours(cells: Iterable[PaperCell]) -> dict[PaperCell, tuple[PaperCell | None, PaperCell | None]]:
    """For every cell the one that ends where it begins, in its row, and the one above it."""
    kept = list(cells)
    ends = {(row, c.column + c.across): c for c in kept for row in range(c.row, c.row + c.down)}
    feet = {(c.row + c.down, column): c for c in kept for column in range(c.column, c.column + c.across)}
    return {c: (ends.get((c.row, c.column)), feet.get((c.row, c.column))) for c in kept}
