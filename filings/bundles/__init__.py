"""年度资料包: the year's finished documents of chosen units and forms as one verified ZIP, made by a job that can be killed."""
