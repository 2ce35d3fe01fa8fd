"""Compiles cards.typ of a folder: the peer's side of row N7, as one whole process."""

import sys

import typst

typst.compile(f"{sys.argv[1]}/cards.typ", output=sys.argv[2], root=sys.argv[1])
