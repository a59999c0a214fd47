"""测试: mirrors the source tree, one test module per source module."""
