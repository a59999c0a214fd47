"""表达式的识读: text → tree, by recursive descent; every refusal says at which character and what is allowed there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from blueprints.expression_tree import Arithmetic, Asked, Comparison, Logic, Node, Number, Path, Shape, Text

_Part = Callable[[], Node]
LONGEST: Final = 500
DEEPEST: Final = 20
_TOKEN: Final = re.compile(
    r"""\s*(?:
    (?P<number>\d+(?:\.\d+)?(?:[%万亿])?)
  | (?P<text>"[^"]*"|'[^']*')
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*)
  | (?P<sign><=|>=|==|!=|≤|≥|≠|[-+*/()<>=,])
    )""",
    re.VERBOSE,
)
_SIGNS: Final = {"=": "==", "≠": "!=", "≤": "<=", "≥": ">="}
_COMPARISONS: Final = frozenset({"==", "!=", "<", "<=", ">", ">="})
_TIMES: Final = {"%": Decimal("0.01"), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_FUNCTIONS: Final = ("blank", "known", "abs", "min", "max")
_SHAPES: Final[dict[Shape, str]] = {"number": "数", "condition": "条件", "text": "文字"}


class ExpressionError(ValueError):
    """表达式有误: `column` is the character (from 1) where it was noticed."""

    def __init__(self, text: str, column: int, message: str) -> None:
        """Keep where it happened; the message is Chinese and says what is allowed."""
        self.text, self.column = text, column
        super().__init__(f"表达式第{column}个字符处：{message}")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def parse(text: str) -> Node:
    """Return the tree of `text`. Raises ExpressionError."""
    if len(text) > LONGEST:
        raise ExpressionError(text, LONGEST + 1, f"表达式太长，最多{LONGEST}个字符")
    parser = _Parser(text)
    node = parser.either()
    parser.finish()
    if node.shape == "text":
        raise ExpressionError(text, 1, "只有一段文字，得不出数或条件")
    return node


def _tokens(text: str) -> list[_Token]:
    found, position = [], 0
    while text[position:].strip():
        match = _TOKEN.match(text, position)
        if match is None:
            place = position + len(text[position:]) - len(text[position:].lstrip())
            allowed = "可用数、位置（如 funds.spent.all）、+ - * / ( )、比较、and or not"
            raise ExpressionError(text, place + 1, f"不认识“{text[place]}”，{allowed}")
        kind = match.lastgroup or ""
        found.append(_Token(kind, match[kind], match.start(kind) + 1))
        position = match.end()
    found.append(_Token("end", "", len(text) + 1))
    return found


class _Parser:
    """Walks the tokens; one method per level of precedence, loosest first."""

    def __init__(self, text: str) -> None:
        self.text, self.tokens, self.place, self.depth = text, _tokens(text), 0, 0

    @property
    def token(self) -> _Token:
        return self.tokens[self.place]

    def take(self) -> _Token:
        token = self.token
        self.place += 1
        return token

    def error(self, message: str, token: _Token | None = None) -> ExpressionError:
        return ExpressionError(self.text, (token or self.token).column, message)

    def finish(self) -> None:
        if self.token.kind != "end":
            raise self.error(f"“{self.token.text}”是多余的")

    def expect(self, sign: str) -> None:
        if self.token.text != sign:
            found = f"“{self.token.text}”" if self.token.text else "结尾"
            raise self.error(f"应为“{sign}”，却是{found}")
        self.take()

    def shaped(self, node: Node, shape: Shape, at: _Token) -> Node:
        if node.shape != shape:
            raise self.error(f"这里要{_SHAPES[shape]}，却是{_SHAPES[node.shape]}", at)
        return node

    def either(self) -> Node:
        return self._joined("or", self._both)

    def _both(self) -> Node:
        return self._joined("and", self._negation)

    def _joined(self, word: Literal["and", "or"], part: _Part) -> Node:
        at = self.token
        parts = [part()]
        while self.token.kind == "word" and self.token.text == word:
            self.shaped(parts[-1], "condition", at)
            self.take()
            at = self.token
            parts.append(self.shaped(part(), "condition", at))
        return parts[0] if len(parts) == 1 else Logic(word, tuple(parts))

    def _negation(self) -> Node:
        if self.token.kind == "word" and self.token.text == "not":
            self.take()
            at = self.token
            return Logic("not", (self.shaped(self._deeper(self._negation), "condition", at),))
        return self._comparison()

    def _comparison(self) -> Node:
        at = self.token
        left = self._sum()
        sign = _SIGNS.get(self.token.text, self.token.text)
        if self.token.kind != "sign" or sign not in _COMPARISONS:
            return left
        self.take()
        right_at = self.token
        right = self._sum()
        if "text" in {left.shape, right.shape}:
            return self._texts(sign, left, right, at)
        return Comparison(sign, self.shaped(left, "number", at), self.shaped(right, "number", right_at))

    def _texts(self, sign: str, left: Node, right: Node, at: _Token) -> Node:
        sides = [Path(side.path, "text") if isinstance(side, Path) else side for side in (left, right)]
        if sign not in {"==", "!="} or any(side.shape != "text" for side in sides):
            raise self.error('文字只能与一个位置用 == 或 != 比较，如 choice.kind == "是"', at)
        return Comparison(sign, *sides)

    def _sum(self) -> Node:
        return self._chain(("+", "-"), self._product)

    def _product(self) -> Node:
        return self._chain(("*", "/"), self._signed)

    def _chain(self, signs: tuple[str, str], part: _Part) -> Node:
        at = self.token
        node = part()
        while self.token.kind == "sign" and self.token.text in signs:
            self.shaped(node, "number", at)
            word = self.take().text
            at = self.token
            node = Arithmetic(word, (node, self.shaped(part(), "number", at)))
        return node

    def _signed(self) -> Node:
        if self.token.text == "-" and self.token.kind == "sign":
            self.take()
            at = self.token
            return Arithmetic("negative", (self.shaped(self._deeper(self._signed), "number", at),))
        return self._atom()

    def _deeper(self, part: _Part) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.error(f"括号或否定套得太深，最多{DEEPEST}层")
        node = part()
        self.depth -= 1
        return node

    def _atom(self) -> Node:
        token = self.take()
        if token.kind == "number":
            digits, times = token.text, Decimal(1)
            if digits[-1] in _TIMES:
                digits, times = digits[:-1], _TIMES[digits[-1]]
            return Number(Decimal(digits) * times)
        if token.kind == "text":
            return Text(token.text[1:-1])
        if token.kind == "word":
            return self._word(token)
        if token.text == "(":
            node = self._deeper(self.either)
            self.expect(")")
            return node
        found = f"“{token.text}”" if token.text else "结尾"
        raise self.error(f"这里要数、位置或括号，却是{found}", token)

    def _word(self, token: _Token) -> Node:
        if self.token.text == "(" and self.token.kind == "sign":
            return self._call(token)
        if token.text in {"and", "or", "not", *_FUNCTIONS}:
            raise self.error(f"“{token.text}”不能单独用在这里", token)
        if token.text != token.text.lower():
            raise self.error(f"位置“{token.text}”只用小写字母", token)
        return Path(token.text)

    def _call(self, name: _Token) -> Node:
        if name.text not in _FUNCTIONS:
            raise self.error(f"没有“{name.text}”这个函数，可用的有：{'、'.join(_FUNCTIONS)}", name)
        self.expect("(")
        arguments = [self._argument()]
        while self.token.text == ",":
            self.take()
            arguments.append(self._argument())
        self.expect(")")
        if name.text in {"blank", "known", "abs"} and len(arguments) != 1:
            raise self.error(f"{name.text} 只要一个参数，却有{len(arguments)}个", name)
        if name.text in {"blank", "known"}:
            if not isinstance(arguments[0], Path):
                raise self.error(f"{name.text} 的参数要一个位置，如 {name.text}(text.goal)", name)
            return Asked("blank" if name.text == "blank" else "known", arguments[0].path)
        return Arithmetic(name.text, tuple(self.shaped(each, "number", name) for each in arguments))

    def _argument(self) -> Node:
        return self._deeper(self._sum)
