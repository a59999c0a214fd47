"""同一数说了两遍: pairs of figures in prose whose subjects are one and whose values are two.

Either one looks like the other mistyped, or the very same subject has exactly two values in the whole paper. Running totals, means and what
speaks of another town, part or quarter are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from crosschecks.reports.aims import part_of
from crosschecks.reports.basis import same_basis
from crosschecks.reports.register import Figure
from crosschecks.reports.slips import mistyped
from crosschecks.reports.subjects import likeness, same_subject, scope_of, subject

_KIND: Final = re.compile(
    r"累计|截至|历年|平均|人均|户均|每|上年|去年|同比|剩余|其中|另|新增|增加|减少|超|节约|单价|最高|最低|左右|计划|目标|预计|拟|应|原|同期|尚|未"
)
_LEAST: Final = {True: 2, False: 3}  # characters of a subject: of people, of anything else
_LONG: Final = 4
_CLOSE: Final = 0.6
_CLOSER: Final = 0.75
_DIGITS: Final = 3
_MANY: Final = 5
_CROWD: Final = 6  # figures that share a subject or a pattern and are more than this are a list


def retold(figures: Sequence[Figure], *, people: bool) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of exact figures of one unit, each pair of values once."""
    exact = [(figure, subject(figure)) for figure in figures if figure.number.exact and not figure.last]
    named = [(figure, words) for figure, words in exact if len(set(words)) >= _LEAST[people]]
    told: set[frozenset[object]] = set()
    for one, other in (*_by_digits(named), *_by_subject(named)):
        pair = frozenset((one.value, other.value))
        if pair not in told and _comparable(one, other):
            told.add(pair)
            yield one, other


def _comparable(one: Figure, other: Figure) -> bool:
    """Of one basis, year, kind and scope, in two sentences."""
    years = {figure.year for figure in (one, other) if figure.year}
    in_cells = one.sentence.cell is not None and other.sentence.cell is not None  # target and actual of a row
    aimed = "goal" in {part_of(one), part_of(other)} and part_of(one) != part_of(other)
    if one.sentence is other.sentence or in_cells or aimed or len(years) > 1 or not same_basis([one, other]):
        return False
    kinds = [frozenset(_KIND.findall(_clause(figure))) for figure in (one, other)]
    return kinds[0] == kinds[1] and scope_of(one) == scope_of(other)


def _clause(figure: Figure) -> str:
    start, end = figure.sentence.clause(figure.number.start)
    return figure.sentence.text[start:end]


def _by_subject(named: Sequence[tuple[Figure, str]]) -> Iterator[tuple[Figure, Figure]]:
    """The very same subject at exactly two values."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure, words in named:
        if len(words) >= _LONG and figure.key:
            found.setdefault((figure.unit, "".join(sorted(words))), []).append(figure)
    for figures in found.values():
        values = {figure.value: figure for figure in reversed(figures)}
        if len(values) == len(_LEAST) and len(figures) <= _CROWD:
            one, other = sorted(values.values(), key=figures.index)
            if not _rounded(one, other):
                yield one, other


def _rounded(one: Figure, other: Figure) -> bool:
    """2.7万元 and 27400元."""
    return abs(one.value - other.value) <= max(one.number.step, other.number.step) / 2


def _by_digits(named: Sequence[tuple[Figure, str]]) -> Iterator[tuple[Figure, Figure]]:
    """Two digits changed about or one digit another; the fewer digits, the closer the subjects."""
    patterns: dict[tuple[str, str], dict[object, tuple[Figure, str]]] = {}
    for figure, words in named:
        digits = _digits(figure)
        if len(digits) >= _DIGITS:
            unit = f"{figure.number.scale}{figure.unit}"
            keys = ("".join(sorted(digits)), *(f"{digits[:at]}?{digits[at + 1 :]}" for at in range(1, len(digits))))
            for key in keys:
                patterns.setdefault((unit, key), {}).setdefault((figure.value, words), (figure, words))
    for told in patterns.values():
        if 1 < len(told) <= _CROWD:
            for (one, first), (other, second) in combinations(told.values(), 2):
                near = _near(first, second, len(_digits(one))) or _is_sure(one, other, (first, second))
                if _is_slip(one, other) and near:
                    yield one, other


def _digits(figure: Figure) -> str:
    exponent = figure.number.written.as_tuple().exponent
    return "".join(str(digit) for digit in figure.number.written.as_tuple().digits) if exponent in {0, -1, -2} else ""


def _is_slip(one: Figure, other: Figure) -> bool:
    """A whole ten or hundred and another are two figures; 3286 and 3268, 286 and 268 may be one."""
    first, second = _digits(one), _digits(other)
    if first.endswith("00") and second.endswith("00"):
        return False
    if sorted(first) == sorted(second):
        return mistyped(one.number.written, other.number.written)
    wrong = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    return len(first) == len(second) and len(wrong) == 1 and wrong[0] > 0


def _near(one: str, other: str, digits: int) -> bool:
    shared = len(set(one) & set(other))
    if digits > _DIGITS:
        return likeness(one, other) >= _CLOSE and shared > 1
    return same_subject(one, other)


def _is_sure(one: Figure, other: Figure, words: tuple[str, str]) -> bool:
    """Neighbours changed about: of many digits with a word in common, of three with one subject inside the other."""
    if sorted(_digits(one)) != sorted(_digits(other)):
        return False
    count = len(_digits(one))
    if count > _DIGITS and len(one.label) > 1 and one.label[-2:] == other.label[-2:]:
        return True  # 退耕农户3856户, 受益农户3865户
    if count >= (_MANY if one.number.is_money else _LONG):
        return bool(_words(words[0]) & _words(words[1]))
    heads = {word[-_DIGITS:] for word in words if len(word) >= _DIGITS}  # 共有志愿者, 注册志愿者
    one_head = len(heads) == 1 and all(len(word) >= _DIGITS for word in words) and not one.number.is_money
    # 326 and 236 of two groups are further apart than a slip.
    near = likeness(*words) >= _CLOSER and len(set(words[0]) & set(words[1])) >= _DIGITS
    return _digits(one)[0] == _digits(other)[0] and (near or likeness(*words) == 1 or one_head)


def _words(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
