"""行号: the stable name of a new row in paths, remarks and documents."""

from __future__ import annotations

import secrets
import string
from typing import Final

_LETTERS: Final = string.ascii_lowercase
_SIGNS: Final = string.digits + string.ascii_lowercase


def new_uid() -> str:
    """A letter and seven base-36 signs, as the editor's page makes them too."""
    return secrets.choice(_LETTERS) + "".join(secrets.choice(_SIGNS) for _ in range(7))
