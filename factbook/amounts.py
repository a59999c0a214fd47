"""金额的口径: an amount typed under a 万元 form, shown by a 元 form of the same subject, must stay the same amount."""

from __future__ import annotations

from values.money import MoneyUnit, parse_money
from values.numerals import plain


def as_seen(raw: str, typed_under: str, seen_under: MoneyUnit) -> str:
    """`raw` as a form whose unit is `seen_under` shows it: untouched when it means the same there, else its unit written out.

    2536.08 typed under 万元 is seen as 2536.08万元 by a form in 元. What is not an amount stays as typed.
    """
    if typed_under == seen_under or not typed_under:
        return raw
    meant = parse_money(raw, MoneyUnit(typed_under)).yuan
    if meant is None or parse_money(raw, seen_under).yuan == meant:
        return raw
    written_out = f"{raw.strip()}{typed_under}"
    if parse_money(written_out, seen_under).yuan == meant:
        return written_out
    return f"{plain(meant)}元"
