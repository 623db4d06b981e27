"""The learned tagger: text becomes windows, windows become scores, scores become attributions and names."""
