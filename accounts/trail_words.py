"""审计的用语: targets and details of the audit trail in words. What has no word here is shown as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

TARGETS: Final = {
    "filing": "填报",
    "subject": "评价对象",
    "bundle": "资料包",
    "upload": "上传的表样",
    "checkup": "数字体检",
    "rule": "规则",
    "locality": "行政区划",
    "department": "单位",
    "project": "项目",
    "user": "用户",
    "membership": "任职",
    "notice": "填报通知",
    "extension": "延期",
}
DETAILS: Final = {
    "answer": "说明",
    "blueprint": "表样摘要",
    "bundle": "资料包",
    "changes": "改动",
    "computed": "计算",
    "digest": "摘要",
    "facts": "内容摘要",
    "facts_version": "内容版本",
    "file": "文件",
    "filing": "填报",
    "fingerprint": "问题指纹",
    "form": "表样",
    "format": "格式",
    "from": "由",
    "grade": "等次",
    "items": "份数",
    "key": "位置",
    "level": "级别",
    "lines": "各行",
    "message": "原因",
    "method": "方式",
    "missing": "缺报",
    "name": "名称",
    "new": "新",
    "note": "附言",
    "old": "原",
    "origin": "来源",
    "page": "页面",
    "path": "位置",
    "paths": "各处位置",
    "places": "处数",
    "points": "分数",
    "reason": "理由",
    "remark": "意见",
    "replaced": "被替换",
    "reply": "答复",
    "round": "轮次",
    "rule": "规则",
    "self": "自评",
    "size": "字节",
    "snapshot": "快照摘要",
    "source": "取自",
    "text": "文字",
    "to": "到",
    "total": "总分",
    "upload": "上传",
    "username": "用户名",
    "version": "版本",
    "year": "年度",
}
# Values that are words of the programme, by the name they stand under.
VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "origin": {"filled": "已填文件", "last_year": "上年"},
    "source": {"self": "自评", "computed": "计算"},
    "level": {"hint": "只作提醒", "off": "不再检查", "as-is": "按目录"},
    "reply": {"done": "已修改", "kept": "不修改并说明"},
    "to": {"draft": "填报中", "confirmed": "已确认待报送", "reviewing": "审核中", "returned": "已退回待修改"},
}
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_TOLD: Final = 12
_NUMBERED: Final = ":"


def target_words(target: str) -> str:
    """`filing:12` as 填报 12."""
    kind, _, number = target.partition(_NUMBERED)
    return f"{TARGETS.get(kind, kind)} {number}".strip()


def target_asked(words: str) -> str:
    """What somebody looks for, as the trail writes it: 填报 12 as `filing:12`, 填报 as `filing:`; other words as they stand."""
    words = words.strip()
    for kind, label in TARGETS.items():
        if words.startswith(label):
            return f"{kind}{_NUMBERED}{words[len(label) :].strip()}"
    return words


def detail_words(detail: Mapping[str, object]) -> str:
    """Name and value, one after another; blanks are left out, and of a digest its beginning is told."""
    told = {name: _value(name, text) for name, text in detail.items() if text not in ("", None, "None")}
    return "；".join(f"{DETAILS.get(name, name)}：{text}" for name, text in told.items())


def _value(name: str, text: object) -> object:
    if isinstance(text, str) and _DIGEST.fullmatch(text):
        return text[:_TOLD] + "…"
    return VALUES.get(name, {}).get(str(text), text)
