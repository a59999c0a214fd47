"""导入: projects and targets from an XLSX workbook: read in a child process, plan, show, then apply.

It stands here and not in `projects`, because targets are facts and only this package writes facts.
"""
