"""现行表样: which version of a form new filings start from: the locality's uploaded one where it is in force, else the file."""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Final

from blueprints.catalogue import catalogue
from blueprints.kept import parsed
from blueprints.load import BlueprintError
from blueprints.schema import Blueprint
from filings.models import UploadedBlueprint

logger: Final = logging.getLogger(__name__)


def form_in_force(form: str) -> Blueprint | None:
    """The form by id as new filings get it, or None. One query."""
    return uploaded([form]).get(form) or catalogue().get(form)


def forms_in_force(forms: Collection[str] | None = None) -> dict[str, Blueprint]:
    """Forms by id (all when None is given); those there are not are left out. One query whatever the number."""
    if forms is None:
        return {b.id: b for b in catalogue().all()} | uploaded(None)
    found = {form: catalogue().get(form) for form in forms} | uploaded(forms)
    return {form: blueprint for form, blueprint in found.items() if blueprint is not None}


def uploaded(forms: Collection[str] | None) -> dict[str, Blueprint]:
    """Uploaded versions in force. One that this release can no longer read is told in the log, and the file stands again."""
    rows = UploadedBlueprint.objects.filter(state=UploadedBlueprint.State.ACTIVE).order_by("form")
    if forms is not None:
        rows = rows.filter(form__in=forms)
    found = {}
    for form, text in rows.values_list("form", "text"):
        try:
            found[form] = parsed(text, form)
        except BlueprintError as error:
            logger.error("启用中的上传表样不能用，改用文件中的版本：%s", error)  # noqa: TRY400 - the problems are the message
    return found
