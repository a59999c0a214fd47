"""导入已填文件: a file kept for a while, read in the background, laid against the form, shown, then applied."""
