#!/usr/bin/env python
"""管理命令入口: runs one management command of Selfeval."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selfeval.settings")
    execute_from_command_line(sys.argv)
