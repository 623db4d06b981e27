"""Stage two: the learned tagger. Text becomes windows, windows become scores, scores become attributions."""
