"""``python -m quotekit`` is the command ``quotekit``."""

from quotekit.cli import main

if __name__ == "__main__":
    main()
