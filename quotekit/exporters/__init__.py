"""
Writers and readers of articles, one module per format.

A writer takes a stream of articles and keeps none of them in memory; a reader returns such a stream.
"""
