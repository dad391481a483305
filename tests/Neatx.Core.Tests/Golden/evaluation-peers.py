"""Writes evaluation-peers.json: what scikit-learn 1.2.1 says of random scores with ties, and DeLong's variances by all pairs.

Run with Debian's packages: /usr/bin/python3 evaluation-peers.py > evaluation-peers.json
"""
import json
import warnings

import numpy as np
from sklearn.metrics import average_precision_score, brier_score_loss, precision_recall_curve, roc_auc_score, roc_curve

warnings.simplefilter("error")
random = np.random.default_rng(20250202)


def components(labels, scores):
    """The share of negatives below each positive and of positives above each negative, by comparing all pairs."""
    wins = np.sign(np.subtract.outer(scores[labels], scores[~labels])) / 2 + .5
    return wins.mean(axis=1), wins.mean(axis=0)


def covariance(labels, scores):
    """The 2 x 2 covariance of the AUCs of two sets of scores."""
    positives, negatives = zip(*(components(labels, each) for each in scores))
    return np.cov(positives) / labels.sum() + np.cov(negatives) / (~labels).sum()


def calibration_error(labels, scores, bins):
    """Bins hold their lower edge; the last holds both."""
    edges = np.arange(bins + 1) / bins
    index = np.minimum(np.digitize(scores, edges) - 1, bins - 1)
    return sum(abs(labels[index == bin].sum() - scores[index == bin].sum()) for bin in range(bins)) / len(labels)


def case(items, prevalence, digits, probabilities):
    labels = random.random(items) < prevalence
    labels[:4] = True, False, True, False
    scores = [strength * labels + random.normal(size=items) for strength in (1.2, .6)]
    if probabilities:
        scores = [1 / (1 + np.exp(-each)) for each in scores]
    scores = [np.round(each, digits) for each in scores]
    rates = roc_curve(labels, scores[0], drop_intermediate=False)
    precision, recall, thresholds = precision_recall_curve(labels, scores[0])
    variance = covariance(labels, scores)
    peer = {
        "labels": "".join("01"[int(label)] for label in labels),
        "scores": [each.tolist() for each in scores],
        "auc": [roc_auc_score(labels, each) for each in scores],
        "average_precision": [average_precision_score(labels, each) for each in scores],
        "variance": [variance[0, 0], variance[1, 1]],
        "covariance": variance[0, 1],
        "roc": {"false_positive_rate": rates[0][1:].tolist(), "sensitivity": rates[1][1:].tolist(), "thresholds": rates[2][1:].tolist()},
        # scikit-learn adds a last point (recall 0, precision 1) that no threshold has.
        "precision_recall": {"precision": precision[:-1].tolist(), "recall": recall[:-1].tolist(), "thresholds": thresholds.tolist()},
    }
    if probabilities:
        peer["brier"] = brier_score_loss(labels, scores[0])
        peer["ece"] = {str(bins): calibration_error(labels, scores[0], bins) for bins in (1, 7, 10, 15)}
    return peer


cases = [
    case(items, prevalence, digits, probabilities)
    for items, prevalence in ((12, .5), (60, .3), (150, .08), (150, .85))
    for digits, probabilities in ((1, True), (2, True), (1, False), (12, False))
]
print("[\n" + ",\n".join(json.dumps(each) for each in cases) + "\n]")
