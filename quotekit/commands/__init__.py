"""Commands that are not needed to extract: each in a module of its own, which the command line registers."""
