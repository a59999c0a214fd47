"""数值与词汇: money, measures, ratios, rounding, numerals; knows no Django."""
