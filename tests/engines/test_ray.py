"""Articles of a dataset on a local Ray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import ray
import ray.cloudpickle

import quotekit.ray
import tests.engines.articles
from quotekit.errors import SettingError
from quotekit.ray import _pool_of
from tests.engines.articles import ARTICLES, MortalExtractor, sorted_rows
from tests.engines.scripts import EXPECTED, run_script

pytestmark = [
    pytest.mark.ray,
    # Of Ray's own, at its start and its end.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::FutureWarning", "ignore::DeprecationWarning"),
]


@pytest.fixture(autouse=True, scope="module")
def fixture_ray() -> Iterator[None]:
    """Start a local Ray with a core for each of two actors, and one for what reads the dataset."""
    # Its processes need not be able to import the tests.
    ray.cloudpickle.register_pickle_by_value(tests.engines.articles)
    ray.init(num_cpus=3, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()


def articles() -> Any:
    """Return the articles as a dataset of several blocks."""
    return ray.data.from_arrow(pa.table(ARTICLES)).repartition(8)


class TestExtract:
    """Many articles."""

    def test_rows(self, tmp_path: Path, expected: list[dict[str, Any]]) -> None:
        """The rows are those of one process, the bad ones among them, even if an actor is killed in the middle."""
        extractor = MortalExtractor(tmp_path, 1005)

        found = quotekit.ray.extract(articles(), "body", "number", extractor=extractor).take_all()

        assert expected == sorted_rows(found)
        assert 20 == sum(row["error"] is not None for row in found)
        # Two actors that each load the model once, and one in place of the one killed.
        assert {"killed"} < extractor.processes()
        assert len(extractor.processes() - {"killed"}) <= 3

    def test_actors(self) -> None:
        """If not told otherwise, actors leave a core; it is warned of as many as there are cores."""
        dataset = ray.data.from_arrow(pa.table(ARTICLES))

        assert (2, 2) == _pool_of(None)
        assert (1, 2) == _pool_of((1, 2))
        with pytest.warns(UserWarning, match="Ray has 3 cores, and 3 actors take one each: give fewer"):
            quotekit.ray.extract(dataset, "body", actors=3)

    def test_refuses_other_columns(self) -> None:
        """A column that is not there is refused before anything is read."""
        with pytest.raises(SettingError, match="the columns are number, body, paper"):
            quotekit.ray.extract(ray.data.from_arrow(pa.table(ARTICLES)), "text")


class TestScript:
    """The script in the documentation."""

    def test_runs(self, tmp_path: Path) -> None:
        """It writes the articles, and tells how many could not be read."""
        assert EXPECTED == run_script("articles_ray.py", tmp_path)
