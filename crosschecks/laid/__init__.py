"""表格的还原: tables that a text has flattened (one cell a line, columns of blanks, merged cells left out) laid out again."""
