"""Attributions drafted from what the tagger finds, and corrected by rules."""
