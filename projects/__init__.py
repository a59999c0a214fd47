"""项目与单位: localities, departments, projects, subjects, fund flows, statements, lists."""
