"""来件的读取: a paper form (DOCX or XLSX) as grids of cells; the file is parsed in a child process under limits."""
