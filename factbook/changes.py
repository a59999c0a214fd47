"""变更集: what somebody wants to change, as values; nothing is written here.

A change set carries the subject's version it was made against. `factbook.apply` merges it path by path against the change log
and refuses (`Conflict`) only where the same fact was changed by somebody else meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowPlan:
    """行的次序: uids of a table's rows as they should stand after the change; missing ones are removed, new ones added.

    `table` is `indicators` or the key of a list.
    """

    table: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """变更集 of one section of one form.

    posted: fact path → text as typed, for every field that was on the page (unchanged ones too).
    rows: row plans of the tables on the page.
    """

    form: str
    section: str
    base_version: int | None  # None is refused: a page that forgot its version must not overwrite
    posted: dict[str, str]
    rows: tuple[RowPlan, ...] = ()
    origin: str = "web"  # web, paste, import, or words for the history: 导入 and a file's name


@dataclass(frozen=True, slots=True)
class Clash:
    """冲突 at one path: what the base was, what is stored now and by whom, what was typed."""

    path: str
    base: str
    theirs: str
    mine: str
    who: str
    when: str  # ISO 8601


class Conflict(Exception):  # noqa: N818 - the field's word; callers read "except Conflict"
    """保存冲突: the change set was refused; nothing was written. Both texts are in `clashes`."""

    def __init__(self, clashes: tuple[Clash, ...], version: int) -> None:
        """Keep the clashes and the version now current."""
        self.clashes = clashes
        self.version = version
        super().__init__(f"{len(clashes)} 处内容已被他人修改，未保存；两份文字均已保留。")


class VersionMissing(Exception):  # noqa: N818 - as Conflict
    """缺少版本号: the change set does not say (truthfully) what it was made against; nothing was written."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("保存时没有带上有效的版本号，未保存。请刷新页面后重新填写；已填内容请先复制留存。")


class SaveBusy(Exception):  # noqa: N818 - as Conflict
    """保存繁忙: others saved first every time it was tried; nothing was written, trying again is safe."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("同时保存的人较多，这次没有存上，请稍候再点一次保存。")


class TooLong(Exception):  # noqa: N818 - as Conflict
    """文字过长: more than anybody could print or check; nothing was written."""

    def __init__(self, length: int, most: int, where: str) -> None:
        """`where`: the field, or the page, in the words of the house."""
        super().__init__(f"{where}共{length}字，超过{most}字，没有保存。请压缩文字，附件类的内容另附。")


class FactsLocked(Exception):  # noqa: N818 - as Conflict
    """内容已锁定: the database refuses to change these facts (a filing of them is under review); nothing was written."""

    def __init__(self, why: str) -> None:
        """`why` is the database guard's own sentence."""
        super().__init__(f"未保存：{why} 刚才填写的内容已另行保留。")
