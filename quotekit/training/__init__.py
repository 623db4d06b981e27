"""
Training: from annotated articles to a model folder. Needs the extra ``train``.

The stages are corpora → augmentation → targets → batches → model → fit → export → calibrate, one module each. Nothing
else in quotekit imports this package.
"""
