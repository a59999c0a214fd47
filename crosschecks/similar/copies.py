"""雷同段落: sentences of one owner that also stand, alike, with another, joined to passages and set side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from crosschecks.similar.prose import Prose, Sentence, all_sentences, key_of
from crosschecks.similar.shingles import LENGTH, neighbours, shingles

_FIXED = 0.8  # share of a sentence that the form itself says
_LOOKED_AT = 24  # of hundreds who share a sentence; the longest common run is sought among these


@dataclass(frozen=True, slots=True)
class Passage:
    """段落 of one text: consecutive sentences."""

    owner: int
    path: str
    label: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Copied:
    """一处雷同: what `mine` and `theirs` have in common; `others` hold it too. alike: 0 to 1, figures and punctuation apart."""

    mine: Passage
    theirs: Passage
    alike: float
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """一句与对方的一句."""

    mine: Sentence
    theirs: Sentence
    alike: float


def fixed_words(texts: Iterable[str]) -> frozenset[str]:
    """Shingles of what the form says itself (hints, examples, printed sentences): repeating them is no copying."""
    keys = (key_of(line) for text in texts for line in text.splitlines())
    return frozenset(piece for key in keys if len(key) >= LENGTH for piece in shingles(key))


class Likeness:
    """雷同的对照: the texts of many owners, compared once; each owner's copies are read from it."""

    def __init__(self, proses: Iterable[Prose], fixed: frozenset[str] = frozenset()) -> None:
        """Cut, sort out the form's own words, and find which sentences resemble each other."""
        kept = [sentence for sentence in all_sentences(proses) if not _is_fixed(sentence.key, fixed)]
        self._standing: dict[str, list[Sentence]] = {}
        self._of: dict[int, list[Sentence]] = {}
        self._place: dict[tuple[int, str, int], Sentence] = {}
        for sentence in kept:
            self._standing.setdefault(sentence.key, []).append(sentence)
            self._of.setdefault(sentence.prose.owner, []).append(sentence)
            self._place[sentence.prose.owner, sentence.prose.path, sentence.number] = sentence

    @cached_property
    def _near(self) -> dict[str, dict[str, float]]:
        """Keys like a key, itself first."""
        keys = list(self._standing)
        found = neighbours(keys)
        return {
            key: {key: 1.0, **{keys[other]: alike for other, alike in found.get(number, ())}}
            for number, key in enumerate(keys)
        }

    def length(self, owner: int) -> int:
        """Characters of an owner that count: in sentences long enough and not the form's own."""
        return sum(len(sentence.key) for sentence in self._of.get(owner, ()))

    def copies(self, owner: int) -> list[Copied]:
        """Passages of an owner that others have too, in the order they stand; each beside the closest of the others."""
        found: list[Copied] = []
        sentences = self._of.get(owner, [])
        at = 0
        while at < len(sentences):
            run = self._longest(sentences[at])
            if run:
                theirs = run[0].theirs.prose.owner
                found.append(_joined(run, tuple(o for o in self._owners(sentences[at]) if o != theirs)))
            at += max(1, len(run))
        return found

    def _longest(self, first: Sentence) -> list[Match]:
        """The longest run of sentences, from `first` on, that goes on in one text of another owner."""
        best: list[Match] = []
        for start in islice(self._matches(first), _LOOKED_AT):
            run = [start]
            while (step := self._next(run[-1])) is not None:
                run.append(step)
            if _weight(run) > _weight(best):
                best = run
        return best

    def _next(self, last: Match) -> Match | None:
        """The next sentence of mine with the next of theirs, when both texts go on and the two are alike."""
        mine, theirs = self._after(last.mine), self._after(last.theirs)
        alike = self._near[mine.key].get(theirs.key) if mine and theirs else None
        return Match(mine, theirs, alike) if mine and theirs and alike else None

    def _after(self, sentence: Sentence) -> Sentence | None:
        return self._place.get((sentence.prose.owner, sentence.prose.path, sentence.number + 1))

    def _matches(self, sentence: Sentence) -> Iterator[Match]:
        """Where else a sentence stands, with others: word for word first, then alike."""
        for key, alike in self._near[sentence.key].items():
            for other in self._standing[key]:
                if other.prose.owner != sentence.prose.owner:
                    yield Match(sentence, other, alike)

    def _owners(self, sentence: Sentence) -> Iterator[int]:
        """Everybody else who has the sentence or one like it, once."""
        near = self._near[sentence.key]
        seen = dict.fromkeys(other.prose.owner for key in near for other in self._standing[key])
        seen.pop(sentence.prose.owner, None)
        return iter(seen)


def _is_fixed(key: str, fixed: frozenset[str]) -> bool:
    pieces = shingles(key)
    return bool(fixed) and len(pieces & fixed) >= _FIXED * len(pieces)


def _weight(run: Sequence[Match]) -> float:
    return sum(len(match.mine.key) * match.alike for match in run)


def _joined(run: Sequence[Match], others: tuple[int, ...]) -> Copied:
    length = sum(len(match.mine.key) for match in run)
    return Copied(
        _passage([match.mine for match in run]),
        _passage([match.theirs for match in run]),
        _weight(run) / length,
        others,
    )


def _passage(sentences: Sequence[Sentence]) -> Passage:
    prose, start = sentences[0].prose, sentences[0].start
    raw = prose.text[start : sentences[-1].end]
    text = raw.strip()
    return Passage(prose.owner, prose.path, prose.label, text, start + raw.find(text))
