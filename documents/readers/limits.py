"""限额: how large a file from outside may be, and what the process that reads it may use. Every reader keeps to these.

A yearly report of 300 pages has some 8,000 paragraphs, 10 MB of XML and 300,000 tags; whatever is refused here is no report.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1024 * 1024

# --- the file, before anything is opened ---
LARGEST_FILE: Final = 10 * MEGABYTE
LARGEST_TEXT: Final = 4 * MEGABYTE  # a plain text file: two million Chinese characters
LONGEST_NAME: Final = 200  # bytes of a file's name, so that every system can store it

# --- the ZIP directory ---
MOST_ENTRIES: Final = 2000
LARGEST_CONTENT: Final = 100 * MEGABYTE
MOST_TIMES: Final = 200  # packed to unpacked; honest sheets stay below 50
SMALL: Final = MEGABYTE  # a small part may be packed as well as it likes
LONGEST_PART_NAME: Final = 200  # bytes

# --- the parts ---
LARGEST_XML: Final = 60 * MEGABYTE  # one part
MOST_TAGS: Final = 4_000_000  # of the file; a parser needs a hundred bytes for each
LARGEST_STYLES: Final = 16 * MEGABYTE
MOST_PIXELS: Final = 120_000_000  # a picture: an A3 page scanned at 600 dots has 70 million

# --- what is read out of it ---
MOST_BLOCKS: Final = 20_000
MOST_LINES: Final = 100_000  # of a plain text
MOST_ROWS: Final = 10_000  # of a table or sheet
MOST_IMPORTED_ROWS: Final = 20_000  # of a sheet of projects or targets: a whole city's
MOST_IMPORTED_COLUMNS: Final = 30  # what is understood stands in ten; notes beside it are passed over
MOST_COLUMNS: Final = 256
MOST_CELLS: Final = 200_000  # of all tables, empty places included
MOST_MERGED: Final = 2_000_000  # cells under one merge; a whole column has 1,048,576
MOST_TEXT: Final = 5_000_000  # characters

# --- the child process ---
MEMORY: Final = 300 * MEGABYTE
CPU_SECONDS: Final = 10
WALL_SECONDS: Final = 15
AT_ONCE: Final = 2  # children of one web process; further files wait their turn
WAIT_SECONDS: Final = 10
