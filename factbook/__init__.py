"""事实簿: all facts of one subject and form as one value, and change sets, the only way back in."""
