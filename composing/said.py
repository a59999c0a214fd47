"""句中的数: a computed figure as the form's sentences spell it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from composing.inputs import Inputs
from documents.tree import Content, Number
from values.numerals import plain


def said_number(inputs: Inputs, number: Number) -> Number:
    """The same figure with the text of the form's sentences."""
    return replace(number, text=as_said(inputs, number))


def as_said(inputs: Inputs, content: Content) -> str:
    """The figure by the form's `in_text`: as in its tables, without idle zeros, or whole figures without decimals."""
    way = inputs.blueprint.print.in_text
    if way == "as_table" or not isinstance(content, Number):
        return content.text
    text = content.text.replace(",", "")
    figure = Decimal(text.rstrip("%"))
    if way == "whole" and figure != figure.to_integral_value():
        return text
    return plain(figure) + "%" * text.endswith("%")
