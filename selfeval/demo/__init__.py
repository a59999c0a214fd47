"""演示数据: localities, people and filings in every state, made through the same actions the pages use."""
