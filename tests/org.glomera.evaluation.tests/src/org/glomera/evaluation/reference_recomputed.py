"""Recomputes every statistic of the reference study without Glomera. The table beside it was made by

    python3 reference_recomputed.py < reference_activity_concentration.csv > reference_recomputed.csv

with Python 3.11, NumPy 2.4.6 and SciPy 1.17.1. ReferenceStudyTest compares it with what Glomera computes.
"""
import csv
import itertools
import sys
from collections import defaultdict
from fractions import Fraction

import numpy as np
from scipy import stats

Z = stats.norm.ppf(0.975)
NETWORKS = "123"
ROWS = list(csv.DictReader(sys.stdin))


def column(network, side, name):
    return np.array([float(r[name]) for r in ROWS if r["network"] == network and r["side"] == side])


def summary(values):
    q1, median, q3 = np.quantile(values, [0.25, 0.5, 0.75])
    reach = 1.5 * (q3 - q1)
    inside = values[(values >= q1 - reach) & (values <= q3 + reach)]
    return dict(n=len(values), mean=values.mean(), sd=values.std(ddof=1), median=median, q1=q1, q3=q3,
                minimum=values.min(), maximum=values.max(), whisker_low=min(inside), whisker_high=max(inside),
                outliers=len(values) - len(inside))


def wilcoxon(differences):
    ranks = stats.rankdata(abs(differences))
    return dict(n=len(differences), zeros=0, w_plus=ranks[differences > 0].sum(), w_minus=ranks[differences < 0].sum(),
                p=stats.wilcoxon(differences, method="exact").pvalue)


def rank_biserial(differences):
    test = wilcoxon(differences)
    return dict(rank_biserial=(test["w_plus"] - test["w_minus"]) / (test["w_plus"] + test["w_minus"]))


def hodges_lehmann(differences):
    # R 4.2.2 for 15 differences: qsignrank(0.025, 15) - 1 -> 25, 1 - 2 * psignrank(25, 15) -> 0.95208740234375
    i, j = np.triu_indices(len(differences))
    averages = np.sort((differences[i] + differences[j]) / 2)
    return dict(estimate=np.median(averages), estimate_low=averages[25], estimate_high=averages[-26],
                confidence_percent=95.208740234375)


def bland_altman(differences):
    n, bias, sd = len(differences), differences.mean(), differences.std(ddof=1)
    low, high = stats.t.interval(0.95, n - 1, bias, sd / n ** 0.5)
    near, far = stats.nct.ppf([0.025, 0.975], n - 1, Z * n ** 0.5) * sd / n ** 0.5
    return dict(n=n, bias=bias, bias_low=low, bias_high=high, sd=sd, lower_limit=bias - Z * sd,
                lower_limit_low=bias - far, lower_limit_high=bias - near, upper_limit=bias + Z * sd,
                upper_limit_low=bias + near, upper_limit_high=bias + far)


def concordance(first, second):
    r = stats.pearsonr(first, second)
    interval = r.confidence_interval(0.95)
    vx, vy, shift = first.var(), second.var(), second.mean() - first.mean()
    lin = 2 * np.cov(first, second, ddof=0)[0, 1] / (vx + vy + shift ** 2)
    u, r = shift / (vx * vy) ** 0.25, r.statistic
    error = np.sqrt(((1 - r ** 2) * lin ** 2 * (1 - lin ** 2) / r ** 2 + 2 * lin ** 3 * (1 - lin) * u ** 2 / r
                     - lin ** 4 * u ** 4 / (2 * r ** 2)) / (len(first) - 2)) / (1 - lin ** 2)
    return dict(pearson=r, pearson_low=interval.low, pearson_high=interval.high, lin=lin,
                lin_low=np.tanh(np.arctanh(lin) - Z * error), lin_high=np.tanh(np.arctanh(lin) + Z * error),
                accuracy=lin / r)


def shapiro_wilk(differences):
    result = stats.shapiro(differences)
    return dict(w=result.statistic, p_normal=result.pvalue)


def friedman(columns):
    test = stats.friedmanchisquare(*columns)
    ranks = (2 * stats.rankdata(columns, axis=0)).astype(int)
    sums = {(0,) * len(columns): Fraction(1)}
    for case in ranks.T:
        after, orders = defaultdict(Fraction), list(itertools.permutations(case))
        for before, share in sums.items():
            for order in orders:
                after[tuple(a + b for a, b in zip(before, order))] += share / len(orders)
        sums = after
    observed = sum(s * s for s in ranks.sum(axis=1).tolist())
    p = sum(share for s, share in sums.items() if sum(x * x for x in s) >= observed)
    cases, methods = len(columns[0]), len(columns)
    return dict(chi_square=test.statistic, degrees_of_freedom=methods - 1, p=float(p),
                kendall_w=test.statistic / cases / (methods - 1))


def write(table, side, of, against, statistic, values):
    for name, value in values.items():
        print(f"{table},{side},{of},{against},{statistic},{name},{float(value)!r}")


def main():
    print("table,side,of,against,statistic,value,number")
    for side in ("right", "left"):
        manual = column("1", side, "manual")
        automatic = {k: column(k, side, "automatic") for k in NETWORKS}
        percent = {k: 100 * (automatic[k] - manual) / manual for k in NETWORKS}
        for k in NETWORKS:
            # activity has two decimals, so have its differences
            exact, plain = np.round(automatic[k] - manual, 2), automatic[k] - manual
            write("percent", side, k, "", "summary", summary(percent[k]))
            write("absolute", side, k, "", "summary", summary(abs(percent[k])))
            for statistic in (wilcoxon, rank_biserial, hodges_lehmann):
                write("activity", side, k, "manual", statistic.__name__, statistic(exact))
            write("activity", side, k, "manual", "bland_altman", bland_altman(plain))
            write("activity", side, k, "manual", "bland_altman_percent", bland_altman(percent[k]))
            write("activity", side, k, "manual", "concordance", concordance(manual, automatic[k]))
            write("activity", side, k, "manual", "shapiro_wilk", shapiro_wilk(plain))
        for one, other in itertools.combinations(NETWORKS, 2):
            differences = abs(percent[other]) - abs(percent[one])
            for statistic in (wilcoxon, rank_biserial, hodges_lehmann, bland_altman, shapiro_wilk):
                write("absolute", side, other, one, statistic.__name__, statistic(differences))
        write("absolute", side, "", "", "friedman", friedman([abs(percent[k]) for k in NETWORKS]))


main()
