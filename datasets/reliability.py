"""Krippendorff's alpha of the raw codings, with bootstrap intervals; rewrites `reliability.csv`.

usage: python datasets/reliability.py [--check]

Each pass is two coders who worked alone. Alpha is computed per variable by the library `krippendorff` (nominal); the interval
holds the middle 95% of alphas when the claims are drawn again with replacement, 1,000 times, with a fixed seed. Needs the
extra `test`. With --check nothing is written; the exit code is 1 if the committed file differs.
"""

import argparse
import sys
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd

HERE = Path(__file__).resolve().parent
DRAWS = 1000
SEED = 2026


def alpha(codes: np.ndarray) -> float:
    """Nominal alpha of an array of integer codes, coders by claims."""
    return float(krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal"))


def measure() -> pd.DataFrame:
    """A row per pass and variable."""
    codings = pd.read_csv(HERE / "codings.csv")
    rows = []
    for (number, variable), part in codings.groupby(["pass", "variable"], sort=True):
        wide = part.pivot(index="coder", columns="claim_id", values="code")
        codes = pd.factorize(wide.to_numpy().ravel())[0].reshape(wide.shape)
        random = np.random.default_rng(SEED)
        draws = [alpha(codes[:, random.integers(0, codes.shape[1], codes.shape[1])]) for _ in range(DRAWS)]
        low, high = np.percentile(draws, [2.5, 97.5])
        rows.append(
            {
                "pass": number,
                "variable": variable,
                "alpha": f"{alpha(codes):.3f}",
                "low": f"{low:.3f}",
                "high": f"{high:.3f}",
                "claims": codes.shape[1],
                "differing": int((codes[0] != codes[1]).sum()),
                "coders": codes.shape[0],
            }
        )
    return pd.DataFrame(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only; write nothing")
    options = parser.parse_args()
    path = HERE / "reliability.csv"
    text = measure().to_csv(index=False, lineterminator="\n")
    if options.check:
        same = path.read_text(encoding="utf-8") == text
        print("reliability.csv: unchanged" if same else "reliability.csv: differs from what the codings give")
        return 0 if same else 1
    path.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
