"""语料的一件: a file made by a script, its class, and what must be said about it or read out of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Build = Callable[[], bytes]


@dataclass(frozen=True)
class Hostile:
    """恶意文件: `words` is a pattern of the reason that must be given."""

    kind: str
    title: str
    file: str
    build: Build
    words: str

    def __str__(self) -> str:
        return f"{self.kind}：{self.title}"


@dataclass(frozen=True)
class Benign:
    """正常文件: every one of `texts` must be read out of it."""

    title: str
    file: str
    build: Build
    texts: tuple[str, ...]

    def __str__(self) -> str:
        return self.title


def shape(message: str) -> str:
    """A reason without figures and names, so that reasons can be counted."""
    return re.sub(r"[\d.]+|“[^”]*”|[A-Z]+\d+:[A-Z]+\d+|\.(docx|xlsx|txt)|[dx][ol][cs]x", "#", message)
