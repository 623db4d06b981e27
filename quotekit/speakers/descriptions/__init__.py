"""Whom a description refers to: candidates, their features, and the weights learned from labelled news."""

from quotekit.speakers.descriptions.scorer import Scorer

__all__ = ["Scorer"]
