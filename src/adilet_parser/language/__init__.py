"""Kazakh as data: script, months, numerals, endings, head words, kinds of acts, shapes of link texts."""
