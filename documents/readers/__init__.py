"""来件的读取: files from outside (DOCX, XLSX) as papers; every file is checked and then parsed in a child process under limits."""
