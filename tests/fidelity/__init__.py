"""忠实度: the printed files against the public papers of three places."""
