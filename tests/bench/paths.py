# SPDX-License-Identifier: Apache-2.0
"""The yardstick of the distribution of money: 10,000 NumPy paths of 10,000 open opportunities, and of their 26 weeks."""
import time

import numpy as np

OPPORTUNITIES, PATHS, WEEKS = 10_000, 10_000, 26
rng = np.random.default_rng(1)
amount = rng.integers(100_000, 10_100_000, OPPORTUNITIES)
chance = rng.random(OPPORTUNITIES)
week = rng.integers(0, WEEKS, OPPORTUNITIES)

begin = time.perf_counter()
total = np.zeros(PATHS)
for i in range(PATHS):
    total[i] = amount[rng.random(OPPORTUNITIES, dtype=np.float32) < chance].sum()
print(f"paths_total {1000 * (time.perf_counter() - begin):.1f} ms")

begin = time.perf_counter()
by_week = np.zeros((PATHS, WEEKS))
for i in range(PATHS):
    won = np.nonzero(rng.random(OPPORTUNITIES, dtype=np.float32) < chance)[0]
    by_week[i] = np.bincount(week[won], weights=amount[won], minlength=WEEKS)
print(f"paths_by_week {1000 * (time.perf_counter() - begin):.1f} ms")
