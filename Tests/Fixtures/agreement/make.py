"""Writes kappa.csv: grades by two readers and how far scikit-learn 1.7.2 says they agree. Invented grades, a fixed seed.

Run with scikit-learn installed: python make.py > kappa.csv
"""
import random

from sklearn.metrics import cohen_kappa_score

random.seed(20261122)
print("first,second,linear,quadratic")
for size in (2, 5, 12, 30, 100, 400):
    for leaning in (0.2, 0.5, 0.8):
        first = [random.randrange(4) for _ in range(size)]
        second = [grade if random.random() < leaning else random.randrange(4) for grade in first]
        if len(set(first + second)) < 2:
            continue
        kappas = (cohen_kappa_score(first, second, labels=[0, 1, 2, 3], weights=w) for w in ("linear", "quadratic"))
        print("".join(map(str, first)), "".join(map(str, second)), *kappas, sep=",")
