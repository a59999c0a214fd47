"""上传表样: a locality's administrator puts an own version of a form beside the files, and puts it in force or out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import Role, User
from accounts.roles import localities_with_role
from audit.actions import record
from blueprints.problems import Problem
from blueprints.schema import Blueprint
from filings.in_force import form_in_force
from filings.linting import errors_of, read_form
from filings.models import UploadedBlueprint
from filings.refused import Refused
from projects.models import Locality

LARGEST = 1_000_000  # bytes, as blueprints.marked
State = UploadedBlueprint.State


class Faulty(Refused):
    """表样有错误: nothing was kept; `problems` tell line by line what to correct."""

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        """Keep the problems with the message."""
        super().__init__(message)
        self.problems = tuple(problems)


Told = dict[str, Any]


@contextmanager
def telling(action: str, *, target: str, locality: Locality, by: User, now: datetime, address: str) -> Iterator[Told]:
    """Run the block for an administrator of the locality; a refusal leaves its audit row. Yields what the row tells."""
    told: Told = {"action": action, "target": target, "unit": locality.name, "by": by, "now": now, "address": address}
    try:
        require_admin(locality, by)
        yield told
    except Refused as refusal:
        with transaction.atomic():
            record(**told, result="refused", detail={"message": refusal.message[:300]})
        raise


@contextmanager
def writing(told: Told, locality: Locality) -> Iterator[Told]:
    """Run the block in one transaction that ends with the audit row; yields its details.

    Reading a large file takes seconds and stands outside, so that nobody else waits for the database meanwhile.
    """
    detail: Told = {}
    with transaction.atomic():
        # One change of a locality's forms at a time: at most one version may be in force.
        Locality.objects.select_for_update().get(pk=locality.pk)
        yield detail
        record(**told, detail=detail)


def require_admin(locality: Locality, by: User) -> None:
    """Refuse anybody but the locality's own administrators."""
    if not localities_with_role(by, Role.ADMIN).filter(pk=locality.pk).exists():
        raise Refused(f"上传和启用表样须由{locality}的管理员办理，您没有这一角色。")


def upload(
    *, locality: Locality, data: bytes, name: str, by: User, now: datetime, address: str = ""
) -> UploadedBlueprint:
    """Keep a version after lint has found no error. The same text twice is the same version. Raises Faulty and Refused."""
    target = f"locality:{locality.pk}"
    with telling("blueprint.upload", target=target, locality=locality, by=by, now=now, address=address) as told:
        blueprint = require_sound(decoded(data, name), name=name)
        require_own(blueprint, locality)
        fields = {"year": blueprint.year, "name": blueprint.name, "text": blueprint.text, "by": by, "at": now}
        with writing(told, locality) as detail:
            kept, made = UploadedBlueprint.objects.get_or_create(
                form=blueprint.id, digest=blueprint.digest, defaults={"locality": locality, **fields}
            )
            detail.update(upload=kept.pk, form=kept.form, digest=kept.digest, new=made)
    return kept


def activate(*, upload: UploadedBlueprint, by: User, now: datetime, address: str = "") -> None:
    """启用: new filings of its year start from this version; what is open keeps its own until adopted."""
    place = upload.locality
    with telling("blueprint.activate", target=upload.target, locality=place, by=by, now=now, address=address) as told:
        require_own(require_sound(upload.text, name=upload.form), place)
        with writing(told, place) as detail:
            moved = {"settled_by": by, "settled_at": now}
            others = UploadedBlueprint.objects.filter(form=upload.form, state=State.ACTIVE).exclude(pk=upload.pk)
            detail.update(form=upload.form, digest=upload.digest, replaced=[each.digest for each in others])
            others.update(state=State.RETIRED, **moved)
            _move(upload, (State.DRAFT, State.RETIRED), State.ACTIVE, "启用", moved)


def retire(*, upload: UploadedBlueprint, by: User, now: datetime, address: str = "") -> None:
    """停用: new filings start from the file of the house again, if there is one."""
    place = upload.locality
    with (
        telling("blueprint.retire", target=upload.target, locality=place, by=by, now=now, address=address) as told,
        writing(told, place) as detail,
    ):
        detail.update(form=upload.form, digest=upload.digest)
        _move(upload, (State.ACTIVE,), State.RETIRED, "停用", {"settled_by": by, "settled_at": now})


def decoded(data: bytes, name: str) -> str:
    """Text of an uploaded file. Raises Faulty."""
    if len(data) > LARGEST:
        raise _faulty(name, "文件太大，最多 1 MB，请检查是否传错文件")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _faulty(name, "文件不是 UTF-8 编码的文字，请另存为 UTF-8 后再上传") from None


def require_sound(text: str, *, name: str) -> Blueprint:
    """The form in `text`. Raises Faulty while lint finds an error."""
    blueprint, problems = read_form(text, name=name)
    if blueprint is None or errors_of(problems):
        raise Faulty(f"“{name}”有 {len(errors_of(problems))} 处错误，没有保存。请按下面逐处改正后重新上传。", problems)
    return blueprint


def require_own(blueprint: Blueprint, locality: Locality) -> None:
    """Refuse a form of another locality, and one that would turn a form for projects into one for departments."""
    if blueprint.area != locality.code:
        raise Refused(
            f"表样标识“{blueprint.id}”属于区划 {blueprint.area}，不是{locality}（{locality.code}）的表样。"
            f"请把文件第一行的 id 改为“{locality.code}/{blueprint.year}/表名”。"
        )
    known = form_in_force(blueprint.id)
    if known is not None and known.subject != blueprint.subject:
        raise Refused(f"“{blueprint.id}”已有的表样用于另一类评价对象（subject），不能改用。请另起一个表名。")


def _faulty(name: str, message: str) -> Faulty:
    return Faulty(f"“{name}”没有读取：{message}。", [Problem(name, 0, "", message)])


def _move(
    upload: UploadedBlueprint, sources: tuple[State, ...], target: State, verb: str, moved: dict[str, Any]
) -> None:
    """Compare-and-set of the state."""
    rows = UploadedBlueprint.objects.filter(pk=upload.pk, state__in=sources)
    if not rows.update(state=target, **moved):
        current = UploadedBlueprint.objects.get(pk=upload.pk).get_state_display()
        raise Refused(f"这一版本现为“{current}”，不能{verb}。请刷新页面查看最新状态。")
    upload.refresh_from_db(fields=["state", "settled_by", "settled_at"])
