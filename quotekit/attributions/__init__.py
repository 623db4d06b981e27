"""Attributions drafted from the tagger's output and corrected by rules."""
