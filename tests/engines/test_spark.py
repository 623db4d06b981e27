"""Articles of a data frame on a local Spark."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyspark.cloudpickle
import pytest
from pyspark.sql import DataFrame, SparkSession

import quotekit.spark
import tests.engines.articles
from quotekit.errors import SettingError
from tests.engines.articles import ARTICLES, MortalExtractor, sorted_rows
from tests.engines.scripts import EXPECTED, run_script

pytestmark = [
    pytest.mark.spark,
    # Of Spark's own.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::FutureWarning", "ignore::DeprecationWarning"),
]
SETTINGS = {
    # Two cores, and up to four tries for what a lost worker was reading.
    "spark.master": "local[2,4]",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "200",
    "spark.ui.enabled": "false",
}


@pytest.fixture(name="spark", scope="module")
def fixture_spark() -> Iterator[SparkSession]:
    """Start a local Spark with two cores."""
    # Its processes are of this Python, and need not be able to import the tests.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    pyspark.cloudpickle.register_pickle_by_value(tests.engines.articles)
    session = SparkSession.builder.config(map=SETTINGS).getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def articles(spark: SparkSession) -> DataFrame:
    """Return the articles as a data frame of several partitions."""
    return spark.createDataFrame(
        list(zip(*ARTICLES.values(), strict=True)), "number int, body string, paper string"
    ).repartition(8)


def rows_of(df: DataFrame) -> list[dict[str, Any]]:
    """Compute a data frame."""
    return sorted_rows(row.asDict(recursive=True) for row in df.collect())


class TestExtract:
    """Many articles."""

    def test_rows(self, spark: SparkSession, tmp_path: Path, expected: list[dict[str, Any]]) -> None:
        """The rows are those of one process, the bad ones among them, even if a worker is killed in the middle."""
        extractor = MortalExtractor(tmp_path, 1005)

        found = rows_of(quotekit.spark.extract(articles(spark), "body", "number", extractor=extractor))

        assert expected == found
        assert 20 == sum(row["error"] is not None for row in found)
        # Two workers that each load the model once, and one in place of the one killed.
        assert {"killed"} < extractor.processes()
        assert len(extractor.processes() - {"killed"}) <= 3

    def test_refuses_other_columns(self, spark: SparkSession) -> None:
        """A column that is not there is refused before anything is read."""
        with pytest.raises(SettingError, match="the columns are number, body, paper"):
            quotekit.spark.extract(articles(spark), "text")


class TestScript:
    """The script in the documentation."""

    def test_runs(self, tmp_path: Path) -> None:
        """It writes the articles, and tells how many could not be read."""
        assert EXPECTED == run_script("articles_spark.py", tmp_path)
