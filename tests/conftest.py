"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("fast", max_examples=20, deadline=None)
settings.register_profile("ci", max_examples=300, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
