"""The file of aliases."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.errors import SourceError
from quotekit.report import read_aliases


class TestReadAliases:
    """read_aliases()."""

    def test_names(self, tmp_path: Path) -> None:
        """Names and aliases are normalized."""
        path = tmp_path / "aliases.csv"
        path.write_bytes(b"\xef\xbb\xbfalias,name\nHolm,Ida  Holm\nThe AP,Associated Press\n")

        assert {"holm": "ida holm", "ap": "associated press"} == read_aliases(path)

    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            (b"name,alias\n", "it must begin with the line alias,name"),
            (b"", "it must begin with the line alias,name"),
            (b"alias,name\nHolm\n", "line 2': there must be an alias and a name"),
            (b"alias,name\nHolm,\n", "line 2': there must be an alias and a name"),
            (b"alias,name\nHolm,Ida Holm\nHOLM,Bo Holm\n", "line 3': 'HOLM' has another name in an earlier line"),
            (b"alias,name\n\xff,x\n", "it is not CSV in UTF-8"),
        ],
    )
    def test_damaged(self, tmp_path: Path, data: bytes, problem: str) -> None:
        """A file that is no such table is refused."""
        path = tmp_path / "aliases.csv"
        path.write_bytes(data)
        with pytest.raises(SourceError) as caught:
            read_aliases(path)

        assert problem in str(caught.value)

    def test_missing(self, tmp_path: Path) -> None:
        """A file that is not there is reported."""
        with pytest.raises(SourceError, match="No such file"):
            read_aliases(tmp_path / "none.csv")
