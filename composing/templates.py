"""文字模板: the one place a template names, so that a cell of label and value still belongs to its fact."""

from __future__ import annotations

from blueprints.templates import places


def only_place(template: str, *, besides: frozenset[str] = frozenset()) -> str:
    """Return the one name used by `template`, '' when there is none or more than one; `besides` do not count."""
    names = [name for name in places(template) if name not in besides]
    return names[0] if len(names) == 1 else ""
