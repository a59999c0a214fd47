"""开始填报: makes the case of one form for one subject, with the blueprint's text as it is today."""

from __future__ import annotations

from datetime import datetime

from accounts.models import Role, User
from blueprints.schema import Blueprint
from filings.actions.verb import acting, hold_subject, require_role
from filings.asked import notice_for
from filings.in_force import form_in_force
from filings.models import BlueprintVersion, Filing
from filings.refused import Refused
from projects.models import Locality, Subject


def open_filing(*, subject: Subject, form: str, by: User, now: datetime, address: str = "") -> Filing:
    """开始填报 by a filler or head of the unit. Refused when the form is unknown, not meant for this subject, or opened already."""
    unit = subject.department
    with acting("filing.open", target=f"subject:{subject.pk}", unit=unit, by=by, now=now, address=address) as detail:
        require_role(unit, "开始填报", by=by, roles=(Role.FILLER, Role.HEAD))
        hold_subject(subject.pk)  # two clicks of one button queue here
        blueprint = require_form(subject, form)
        if Filing.objects.filter(subject=subject, form=form).exists():
            raise Refused(f"“{subject}”的“{blueprint.name}”已经在填报，不能重复创建。请在填报列表中打开它。")
        filing = Filing.objects.create(
            subject=subject,
            form=form,
            blueprint=version_of(blueprint, now=now),
            opened_by=by,
            opened_at=now,
            changed_by=by,
            changed_at=now,
        )
        detail.update(filing=filing.pk, form=form, blueprint=blueprint.digest)
    return filing


def require_form(subject: Subject, form: str) -> Blueprint:
    """Blueprint `form`, refused unless it serves this locality, this year and this kind of subject."""
    blueprint = form_in_force(form)
    if blueprint is None:
        raise Refused(f"没有找到表样“{form}”。请在填报通知列出的表样中选择，或请管理员核对表样文件。")
    if blueprint.year != subject.year:
        raise Refused(
            f"“{blueprint.name}”是 {blueprint.year} 年度的表样，“{subject}”是 {subject.year} 年度。请选择同一年度的表样。"
        )
    _require_serving(blueprint, subject.department.locality)
    _require_asked(blueprint, subject)
    if (blueprint.subject == "project") != (subject.project_id is not None):
        wanted = "项目" if blueprint.subject == "project" else "部门（单位）整体"
        raise Refused(f"“{blueprint.name}”用于{wanted}，与所选评价对象“{subject}”不符。请重新选择评价对象或表样。")
    return blueprint


def _require_serving(blueprint: Blueprint, locality: Locality) -> None:
    """Refuse another locality's form."""
    if not blueprint.serves(locality.code):
        raise Refused(f"“{blueprint.name}”不是{locality}的表样。请选择本地区的表样。")


def _require_asked(blueprint: Blueprint, subject: Subject) -> None:
    """Refuse a subject that the notice leaves out, and a national form that this locality has not asked for at all."""
    locality, notice = subject.department.locality, notice_for(subject, blueprint.id)
    if notice is None and blueprint.is_national:
        raise Refused(
            f"“{blueprint.name}”是全国通用表样，{locality}没有发布要求填报它的通知。请在填报通知列出的表样中选择，或请管理员发布通知。"
        )
    if notice is not None and not notice.of(subject.department_id, subject.project_id):
        raise Refused(
            f"填报通知没有要求“{subject}”填报“{blueprint.name}”。请选择要求本项目（单位）填报的表；通知范围有误的，请管理员修改填报通知。"
        )


def version_of(blueprint: Blueprint, *, now: datetime) -> BlueprintVersion:
    """表样版本 of this very text, made when first used."""
    defaults = {"form": blueprint.id, "name": blueprint.name, "text": blueprint.text, "seen_at": now}
    return BlueprintVersion.objects.get_or_create(digest=blueprint.digest, defaults=defaults)[0]
