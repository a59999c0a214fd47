"""报告的识读: any paper as reports, headings, sentences, recognised tables and a register of key figures. Pure."""
