"""上传的查验: the gate that every file from outside passes; it stands with the readers (documents.readers.gate)."""

from documents.readers.gate import Refused, check_file

__all__ = ["Refused", "check_file"]
