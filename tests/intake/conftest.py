"""演示填报的内容, as pure values (the fidelity tests load them the same way)."""

from __future__ import annotations

from tests.fidelity.conftest import cases

__all__ = ["cases"]
