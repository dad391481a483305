"""Writes agreement-peers.json: what scikit-learn 1.2.1, statsmodels 0.13.5 and scipy say of random tables.

Run with Debian's packages: /usr/bin/python3 agreement-peers.py > agreement-peers.json
"""
import json
import warnings

import numpy as np
from scipy.stats import binom
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.contingency_tables import SquareTable, mcnemar
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

warnings.simplefilter("error")
random = np.random.default_rng(20250101)


def pair(size, items, skill):
    """Two raters who see the same hidden category with the given probability."""
    shares = random.dirichlet(np.ones(size) * 2)
    hidden = random.choice(size, items, p=shares)
    ratings = [np.where(random.random(items) < skill, hidden, random.choice(size, items, p=shares)) for _ in range(2)]
    table = np.zeros((size, size), dtype=int)
    np.add.at(table, (ratings[0], ratings[1]), 1)
    labels = list(range(size))
    case = {"size": size, "counts": table.ravel().tolist()}
    for name, weights in (("cohen_kappa", None), ("cohen_kappa_linear", "linear"), ("cohen_kappa_quadratic", "quadratic")):
        case[name] = cohen_kappa_score(*ratings, labels=labels, weights=weights)
        case[name + "_se"] = float(cohens_kappa(table, wt=weights).std_kappa)
    if size == 2:
        case["mcnemar"] = float(mcnemar(table, exact=False, correction=False).statistic)
        case["mcnemar_p_chi_square"] = float(mcnemar(table, exact=False, correction=False).pvalue)
        case["mcnemar_p_exact"] = float(mcnemar(table, exact=True).pvalue)
    elif ((table + table.T) > 0).all():
        bowker = SquareTable(table, shift_zeros=False).symmetry()
        case["bowker"], case["bowker_p"] = float(bowker.statistic), float(bowker.pvalue)
    return case


def panel(size, raters, items, skill):
    """Raters of whom only the counts of each category per item are kept."""
    hidden = random.choice(size, items)
    seen = np.where(random.random((items, raters)) < skill, hidden[:, None], random.choice(size, (items, raters)))
    counts = np.stack([(seen == category).sum(axis=1) for category in range(size)], axis=1)
    return {"ratings": seen.tolist(), "size": size, "fleiss_kappa": float(fleiss_kappa(counts))}


pairs = [pair(size, items, skill) for size in (2, 3, 4, 6) for items in (60, 500, 5000) for skill in (.4, .9)]
panels = [panel(size, raters, 50, .6) for size in (2, 5) for raters in (2, 3, 7)]
binomials = [
    {"trials": n, "probability": p, "mass": [float(binom.pmf(k, n, p)) for k in range(n + 1)]}
    for n, p in ((1, .3), (9, .5), (40, .1), (60, .93), (120, .4))
]
json.dump({"pairs": pairs, "panels": panels, "binomials": binomials}, fp=__import__("sys").stdout, indent=1)
print()
