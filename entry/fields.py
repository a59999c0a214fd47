"""宽容的填报栏: every text is kept as typed; nothing is refused while drafting.

Inputs are `type=text` on purpose: `type=number` blanks "1,234.50" in the browser before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.html import format_html, format_html_join

from entry.asks import NUMERIC, Ask
from entry.notes import Note
from factbook.bound import Reading
from values.text import strip_illegal

MANY: Final = "、"  # joins several ticked boxes into one text
_FEW: Final = 6


class FactField(forms.CharField):
    """填报栏 of one ask."""

    def __init__(
        self, ask: Ask, value: str = "", note: Note | None = None, printed: Sequence[str | Reading] = ()
    ) -> None:
        """Choose the widget by the ask's kind. `printed`: the text with the facts it quotes put in, when it quotes any."""
        self.ask, self.note, self.printed = ask, note, printed_html(printed)
        self.mark, self.prior = "", ""  # what is to be seen to (沿用待改), and what stood here last year
        super().__init__(
            label=ask.label,
            help_text=ask.hint,
            required=False,
            strip=False,
            initial=value,
            widget=widget_for(ask, value),
        )
        # Saving never fails on length or odd characters; what cannot be stored is dropped in `clean`.
        self.validators = []

    def clean(self, value: Any) -> str:
        """The text as typed, with one kind of line end and without the NUL no database takes."""
        return tidy(value)


def printed_html(segments: Sequence[str | Reading]) -> str:
    """印作: the text as it is printed, every quoted fact a chip with its name as title."""
    if not segments:
        return ""
    drawn = [format_html("{}", each) if isinstance(each, str) else _chip(each) for each in segments]
    return format_html(
        '<span class="printed-as">印作</span>{}', format_html_join("", "{}", ((each,) for each in drawn))
    )


def _chip(reading: Reading) -> str:
    kind = "chip chip-problem" if reading.problem else "chip"
    label = reading.fact.label if reading.fact else ""
    return format_html('<span class="{}" title="{}">{}</span>', kind, label, reading.text)


def tidy(value: object) -> str:
    """Text as it is stored: browsers send CRLF from text areas and LF from scripts."""
    return strip_illegal(str(value or ""))


class ManyBoxes(forms.CheckboxSelectMultiple):
    """多选框 for one text: 财政拨款、单位自筹."""

    template_name = "entry/boxes.html"

    def format_value(self, value: Any) -> list[str]:
        """Ticked words of the stored text."""
        return [part for part in str(value or "").split(MANY) if part]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """Ticked words joined; None when the boxes were not on the page (they send an empty marker)."""
        if name not in data:
            return None
        sent = data.getlist(name) if hasattr(data, "getlist") else [data[name]]
        return MANY.join(part for part in sent if part)


def widget_for(ask: Ask, value: str) -> forms.Widget:
    """文本框、多行框、下拉或多选框."""
    attrs = attributes(ask)
    match ask.kind:
        case "prose":
            return forms.Textarea(attrs | {"rows": 2 if ask.cell else 5})
        case "text" | "measure" if ask.cell:
            # Grows with its text: a one-line box hides the end of what was pasted.
            return forms.Textarea(attrs | {"rows": 1})
        case "choice":
            return forms.Select(attrs, choices=options(ask.choices, value))
        case "boxes":
            return ManyBoxes(choices=[(word, word) for word in with_own(ask.choices, value.split(MANY))])
    return forms.TextInput(attrs)


def attributes(ask: Ask) -> dict[str, Any]:
    """HTML attributes: what is told about the input, and what the scripts need to know."""
    attrs: dict[str, Any] = {"autocomplete": "off", "data-fact": "", "aria-describedby": f"{ask.path}:note"}
    if ask.hint:
        attrs["aria-describedby"] += f" {ask.path}:hint"
    if ask.quotes:
        attrs |= {"data-quotes": "", "aria-describedby": f"{attrs['aria-describedby']} {ask.path}:printed"}
    if ask.kind in NUMERIC:
        attrs["inputmode"] = "decimal"
    if ask.limit:
        attrs["data-limit"] = ask.limit
    if ask.cell:
        attrs["aria-label"] = ask.label
    return attrs


def options(words: tuple[str, ...], value: str) -> list[tuple[str, str]]:
    """Choices with an empty one first; a value from elsewhere stays choosable, so that it is not lost by showing it."""
    return [("", ""), *((word, word) for word in with_own(words, [value]))]


def with_own(words: tuple[str, ...], values: list[str]) -> tuple[str, ...]:
    """`words` and, after them, what stands there already."""
    return tuple(dict.fromkeys([*words, *(value for value in values if value)]))
