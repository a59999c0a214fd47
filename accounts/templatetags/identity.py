"""页眉: who is signed in, in which role, and the menu of that role; icons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.models import Role

register = template.Library()

ALL: Final = frozenset(role.value for role in Role)
REVIEWER: Final = frozenset({Role.REVIEWER.value})
ADMIN: Final = frozenset({Role.ADMIN.value})
# Address name, words, roles that see it. What a role may do is decided in selfeval.policy, not here.
MENU: Final = (
    ("overview", "总览", ALL | {"chief"}),
    ("filing-list", "填报一览", ALL),
    ("review-queue", "审核", REVIEWER),
    ("review-heat", "批次检查", ADMIN),
    ("checkups", "数字体检", ALL),
    ("bundles", "资料包", ADMIN),
    ("imports", "导入", ADMIN),
    ("forms", "表样", ADMIN),
    ("rules", "规则", ADMIN),
    ("trail", "审计记录", ADMIN),
    ("admin:index", "后台管理", ADMIN | {"chief"}),
)


@register.simple_tag(takes_context=True)
def main_menu(context: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Menu entries of the roles signed in."""
    request: HttpRequest = context["request"]
    roles: frozenset[str] = getattr(request, "roles", frozenset())
    entries = [(reverse(name), label) for name, label, wanted in MENU if roles & wanted]
    here = _nearest(request.path, [href for href, _ in entries])
    return [
        {"href": href, "label": label, "here": "page" if href == request.path else "true" if href == here else ""}
        for href, label in entries
    ]


def _nearest(path: str, addresses: Iterable[str]) -> str:
    """The entry below which a page lies: /checkups/7/ lies below /checkups/; the overview has nothing below it."""
    above = [address for address in addresses if path.startswith(address) and address != reverse("overview")]
    return max(above, key=len, default="")


@register.filter
def whereabouts(request: HttpRequest) -> str:
    """单位 and roles: 区社保局 填报人."""
    units: dict[str, list[str]] = {}
    for membership in getattr(request, "memberships", []):
        unit = membership.department
        units.setdefault(unit.short_name or unit.name, []).append(membership.get_role_display())
    return "；".join(f"{unit} {'、'.join(roles)}" for unit, roles in units.items())


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of static/app/icons.svg; decoration unless it carries a label."""
    href = f"{static('app/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}"><use href="{}"/></svg>', label, href)
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"/></svg>', href)


VERBS: Final = {
    "filing.open": "开始填报",
    "filing.hand_over": "送负责人确认",
    "filing.take_back": "撤回确认",
    "filing.send_back": "退回填报人",
    "filing.confirm": "负责人确认",
    "filing.submit": "报送",
    "filing.withdraw": "撤回报送",
    "filing.start_review": "开始审核",
    "filing.return": "审核退回",
    "filing.approve": "审核通过",
    "filing.explain": "说明勾稽提示",
    "filing.ask": "申请放行",
    "filing.waive": "放行勾稽错误",
    "filing.remark": "写审核意见",
    "filing.remark.remove": "删去审核意见",
    "filing.score": "复核打分",
    "filing.score.clear": "删去复核得分",
    "filing.score.adopt": "整表采用得分",
    "bundle.plan": "打包年度资料",
    "bundle.retry": "重新打包",
    "filing.answer": "答复审核意见",
    "import": "导入项目与指标",
    "admin.add": "管理后台新增",
    "admin.change": "管理后台修改",
    "admin.delete": "管理后台删除",
    "login": "登录",
    "lockout": "锁定登录",
    "logout": "退出",
    "password": "修改密码",
    "download": "下载成品",
    "export": "命令导出成品",
    "access": "访问页面",
    "document.damaged": "成品文件损坏",
    "blueprint.upload": "上传表样",
    "blueprint.activate": "启用上传的表样",
    "blueprint.retire": "停用上传的表样",
    "filing.adopt": "采用新表样",
    "checkup.order": "数字体检",
    "checkup.keep": "保留体检结果",
    "checkup.remove": "删除体检结果",
    "rule.false_alarm": "报告误报",
    "rule.level": "调整规则级别",
    "filing.import": "导入文件",
    "filing.settle_carried": "核对沿用的文字",
    "filing.correct": "一键修改",
    "filing.correct_undo": "撤销一键修改",
}
RESULTS: Final = {"ok": "成功", "denied": "拒绝访问", "refused": "未办理", "failed": "失败"}


@register.filter
def verb(action: str) -> str:
    """An audit action in words; an unknown one as it is."""
    return VERBS.get(action, action)


@register.filter
def result(word: str) -> str:
    """An audit result in words."""
    return RESULTS.get(word, word)
