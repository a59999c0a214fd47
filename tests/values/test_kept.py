"""留用: worked out once, gone with the thing it belongs to; long texts are not kept at all."""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass

from values.kept import LONGEST, once, remembered


@dataclass(frozen=True, eq=False)
class Thing:
    number: int


def counting():
    asked = []

    def read(thing, *rest):
        asked.append(thing)
        return len(asked)

    return read, asked


def test_a_short_text_is_read_once_and_a_long_one_every_time():
    read, asked = counting()
    kept = remembered(read)
    assert [kept("甲"), kept("甲"), kept("乙")] == [1, 1, 2]
    long = "字" * (LONGEST + 1)
    kept(long)
    kept(long)
    assert asked == ["甲", "乙", long, long]
    kept(long[1:])
    kept(long[1:])
    assert len(asked) == 5  # the control: one character less is kept


def test_a_thing_is_read_once_whatever_comes_with_it():
    read, asked = counting()
    kept = once(read)
    one, other = Thing(1), Thing(1)
    assert [kept(one), kept(one, "register"), kept(other)] == [1, 1, 2]
    assert asked == [one, other]


def test_two_readings_of_one_thing_are_two():
    @once
    def double(thing):
        return thing.number * 2

    @once
    def half(thing):
        return thing.number / 2

    assert (double(Thing(4)), half(thing := Thing(4)), double(thing)) == (8, 2, 8)


def test_nothing_is_read_is_kept_too():
    read, asked = counting()

    @once
    def nothing(thing):
        read(thing)

    thing = Thing(1)
    assert nothing(thing) is nothing(thing) is None
    assert len(asked) == 1


def test_what_is_kept_goes_with_the_thing():
    @once
    def reading(thing):
        return [thing.number]

    thing = Thing(1)
    reading(thing)
    gone = weakref.ref(thing)
    del thing
    gc.collect()
    assert gone() is None
