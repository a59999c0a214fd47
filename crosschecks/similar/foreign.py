"""外地名称: a text that names a unit or a place which is not its own.

Two sources. Names the installation keeps (units and localities) are certain; what only looks like a name (某某市…局) is a
suspicion, and holds only while hardly anybody else of the batch uses the place: what many write is near. A text's own names,
those of its supervisors and parents, titles 《…》, document numbers and who issued a document are never foreign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from crosschecks.similar.prose import Prose

Kind = Literal["known", "nearby", "seeming"]
KIND_LABELS: Final[dict[Kind, str]] = {
    "known": "外地单位或地名",
    "nearby": "本地其他单位",
    "seeming": "疑似外地名称",
}
_LEAST: Final = 3
_LEAST_OF_UNIT: Final = 5  # shorter names of units (区社保局) are everybody's
_PREFIX: Final = 3
_FEW: Final = 20  # a place that one in so many of the batch uses is near
_MANY: Final = 3  # but never fewer than this: two who copied from one place do not make it near
_HAN: Final = "\u4e00-\u9fff"
_JOINING: Final = "的和与及由在对向从到至于是为了年月等各全本该将把给经按"
_INNER: Final = rf"(?:(?![{_JOINING}])[{_HAN}])"
_PLACE_SIGN: Final = re.compile(r"[市县区旗州]")
_TITLE: Final = re.compile(r"《[^《》]{1,120}》")
_NUMBER: Final = re.compile(rf"[{_HAN}]{{1,20}}[〔\[\uff3b(（]\s?(?:19|20)\d\d\s?[〕\]\uff3d)）]\s?第?\d{{1,5}}号")
_ISSUED: Final = re.compile(
    r"^[^，。；\n]{0,12}?(?:《|关于|印发|转发|下发|下达|发布|批复|文件|通知|的规定|有关规定|要求)"
)
_UNIT: Final = "局|中心|委员会|管理处|办公室|人民政府|财政所|服务站|医院|学校"
_UNIT_AFTER: Final = re.compile(rf"{_INNER}{{2,14}}?(?:{_UNIT})")
# 某某市某某区, with a unit or without: two places in a row are a name wherever they stand.
_TWO_PLACES: Final = re.compile(
    rf"(?P<place>[{_HAN}]{{2,3}}(?:市|自治州))(?:{_INNER}{{1,4}}?(?:区|县|市|旗))"
    rf"(?:(?:{_INNER}{{2,14}}?(?:{_UNIT}))|(?![{_HAN}]?[域内外间别]))"
)
# 某某市…局: only where a word may begin, or 根据市财政局 and 报区财政局 would be names.
_ONE_PLACE: Final = re.compile(
    rf"(?:(?<![{_HAN}])|(?<=[{_JOINING}]))(?P<place>[{_HAN}]{{2,3}}(?:市|县|区|旗|自治州)){_INNER}{{2,14}}?(?:{_UNIT})"
)
# Words that end like a place and name none: 全市, 各县, 辖区, 城区, 根据市…, 报送区….
_NO_PLACE: Final = re.compile(
    r"(?:[全各本我该此某每两多几县区市省州级属]|根据|依据|依照|按照|遵照|归集|纳入|上报|报送|配合|协助|委托|通过|经过|接受|申请|会同|联合|结合|"
    r"包括|其中|以及|同时|主要|所在|所属|驻在|来自|提请|报请|协调|督促|要求|试点|贫困|示范|重点|城乡)(?:市|县|区|旗|自治州)$"
    r"|[城社园辖郊农牧林矿山灾库景校厂地街片小分新老]区$|(?:开发|高新|经开|保税|自贸|服务|管理|办公|工业|生态|功能|保护|度假)区$"
    r"|(?:^|[大小新建设中心文明卫生智慧园林现代])城市$|(?:脱贫|涉农|民族|边境|革命老|强)县$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """一处外地名称: kind, the name as it stands, and where it begins."""

    kind: Kind
    quote: str
    start: int


@dataclass(frozen=True, slots=True)
class Known:
    """在册名称: a unit or locality of the installation, and the locality it belongs to."""

    name: str
    locality: str
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """本单位: whose names are its own (unit, supervisors, parents, finance bureau, locality, project), and where it is."""

    locality: str
    names: frozenset[str]


class Names:
    """名称对照 over a whole batch."""

    def __init__(self, known: Iterable[Known], homes: Mapping[int, Home], proses: Iterable[Prose]) -> None:
        """`homes` by owner; the batch's texts tell which seeming places are near."""
        self._homes = homes
        self._starts: dict[str, list[Known]] = {}
        for each in known:
            if len(each.name) >= (_LEAST if each.is_place else _LEAST_OF_UNIT):
                self._starts.setdefault(each.name[:_PREFIX], []).append(each)
        users: dict[str, set[int]] = {}
        for prose in proses:
            for *_, core in _seeming(_blanked(prose.text)):
                users.setdefault(core, set()).add(prose.owner)
        enough = max(_MANY, -(-len(homes) // _FEW) + 1)
        self._near = frozenset(core for core, owners in users.items() if len(owners) >= enough)

    def foreign(self, prose: Prose) -> list[Named]:
        """Names in a text that do not belong to its owner, in order."""
        home = self._homes[prose.owner]
        text = _blanked(prose.text)
        found, taken = [], []
        for start, hit in self._known(text, home):
            tail = _UNIT_AFTER.match(text, start + len(hit.name)) if hit.is_place else None
            end = tail.end() if tail else start + len(hit.name)
            taken.append((start, end))
            if hit.name not in home.names and not _ISSUED.match(text[end:]):
                kind: Kind = "nearby" if hit.locality == home.locality else "known"
                found.append(Named(kind, text[start:end], start))
        own = "\0".join(sorted(home.names))
        for start, end, core in _seeming(text):
            free = not any(_covers(text, each, (start, end)) for each in taken)
            if free and core not in own and core not in self._near and not _ISSUED.match(text[end:]):
                found.append(Named("seeming", text[start:end], start))
        return sorted(found, key=lambda each: each.start)

    def _known(self, text: str, home: Home) -> Iterator[tuple[int, Known]]:
        """Names of the installation and own names in a text, the longest at each place."""
        own: dict[str, list[Known]] = {}
        for name in sorted(home.names, key=len, reverse=True):
            own.setdefault(name[:_PREFIX], []).append(Known(name, home.locality))
        at = 0
        while at <= len(text) - _LEAST:
            start = text[at : at + _PREFIX]
            if start not in own and start not in self._starts:
                at += 1
                continue
            # Own names first, then those of the same place: a name kept in several localities is near if one of them is home.
            near = sorted(self._starts.get(start, ()), key=lambda each: each.locality != home.locality)
            group = [each for each in (*own.get(start, ()), *near) if text.startswith(each.name, at)]
            if not group:
                at += 1
                continue
            hit = max(group, key=lambda each: len(each.name))
            yield at, hit
            at += len(hit.name)


def _blanked(text: str) -> str:
    """The text with titles and document numbers struck out, every other sign in its place."""
    for pattern in (_TITLE, _NUMBER):
        text = pattern.sub(lambda found: "\0" * len(found[0]), text)
    return text


def _covers(text: str, taken: tuple[int, int], seeming: tuple[int, int]) -> bool:
    """Does a name read already say whose the seeming one is? What follows a foreign place (…市＋own project's words) says nothing."""
    (begin, stop), (start, end) = taken, seeming
    return start < stop and begin < end and (begin <= start or bool(_PLACE_SIGN.search(text, begin, stop)))


def _seeming(text: str) -> Iterator[tuple[int, int, str]]:
    """Begin and end of what looks like a name of a unit or a district, and its place in few signs."""
    for pattern in (_TWO_PLACES, _ONE_PLACE):
        for hit in pattern.finditer(text):
            loose = next(at for at, sign in enumerate(hit["place"]) if sign not in _JOINING)
            place = hit["place"][loose:]
            if len(place) > 1 and place[-2] not in _JOINING and not _NO_PLACE.search(place):
                yield hit.start() + loose, hit.end(), place[-4:] if place.endswith("自治州") else place[-3:]
