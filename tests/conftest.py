"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# How long examples take depends on the machine and on what else it does, coverage being measured included.
_UNTIMED = {"deadline": None, "suppress_health_check": (HealthCheck.too_slow,)}

settings.register_profile("fast", max_examples=20, **_UNTIMED)
settings.register_profile("ci", max_examples=300, print_blob=True, **_UNTIMED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
