"""
Train the network that weighs candidates for speakers. Needs the extra ``train``.

The stages are states → examples → network → fit → export, one module each; ``make`` runs them all.
"""
