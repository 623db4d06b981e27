"""
How the model is made: from annotated articles to a model folder. Needs the extra ``train``.

The way of the data is corpora → changes → targets → model → fit → export → evaluate, one module each.
Nothing else in quotekit imports this package.
"""
