"""
What articles are written as, and read from, one module a format.

A writer takes a stream of articles and keeps none of them; a reader is such a stream.
"""
