"""Rebuild what is computed from the report texts: paragraphs, word counts, fingerprints, terms, place mentions.

usage: python datasets/build.py FOLDER [--check]

FOLDER holds `<report_id>.txt` for the reports in `reports.csv`. Columns that people wrote (gist, section, ...) are kept.
With --check nothing is written; the exit code is 1 if a committed table differs from what the texts give.

Tokenisation. Curly quotes become straight, long dashes become spaces and every letter small. A token is then the first of
  1. a money or plain figure with its sign: `$550`, `2%`, `1.9`, `12`;
  2. a dotted abbreviation: `u.s.` (stored without dots: `us`);
  3. a word, with inner apostrophes: `japan's` (stored without the possessive `'s`: `japan`), `won't`;
  4. `a+`: a single letter with its plus sign, as in "Plan A+".
Hyphens divide: "U.S.-Japan" gives `us` and `japan`; "$550 billion" gives `$550` and `billion`. Ordinals keep their letters (`11th`).
"""

import argparse
import csv
import hashlib
import io
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
FURNITURE = {"top of page", "bottom of page", "Comments"}
BULLETS = ("•", "- ")
SUPERSCRIPT = "¹²³⁴⁵⁶⁷⁸⁹"
# What may close a sentence: a stop, or a stop before a closing quotation mark or a footnote mark. A bullet may end in a semicolon.
FULL_STOP = re.compile(r"[.!?;][\"'”’)]*[" + SUPERSCRIPT + r"]*$")
HEADING_WORDS = 12
TOKEN = re.compile(r"\$?\d+(?:[.,]\d+)*(?:%|[a-z]+)?|(?:[a-z]\.){2,}|[a-z]\+|[^\W\d_]+(?:'[^\W\d_]+)*")


def normalise(text: str) -> str:
    """One spelling for quotes and white space, so that a fingerprint outlives a change of editor."""
    text = re.sub(r"[" + SUPERSCRIPT + r"]", "", text).replace("\\$", "$")
    for curly, straight in {"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "}.items():
        text = text.replace(curly, straight)
    return " ".join(text.split())


def tokens(text: str) -> list[str]:
    """Words of a text by the rule above."""
    text = re.sub(r"[-–—]", " ", normalise(text)).lower()
    found = []
    for token in TOKEN.findall(text):
        if re.fullmatch(r"(?:[a-z]\.){2,}", token):
            token = token.replace(".", "")
        found.append(token.removesuffix("'s"))
    return found


def body_paragraphs(text: str) -> list[tuple[str, str]]:
    """`(form, text)` of each body paragraph; CODEBOOK.md, section 1, states the rule."""
    kept: list[tuple[str, str]] = []
    waiting = None  # a block without a final stop: a heading, unless the next block goes on in small letters
    in_footnote = False
    for block in (line.strip() for line in text.splitlines()):
        if not block or block in FURNITURE:
            continue
        if block[0] in SUPERSCRIPT or (in_footnote and block.startswith("<http")):
            in_footnote = True
            continue
        in_footnote = False
        if block.startswith(BULLETS):
            kept.append(("bullet", block.lstrip("•- \u00a0\t")))
            waiting = None
            continue
        if waiting and block[0].islower():
            block, waiting = f"{waiting} {block}", None
        closed = FULL_STOP.search(block) is not None
        if not closed:
            waiting = None if block.endswith(":") else block
            continue
        waiting = None
        question_heading = block.endswith("?") and len(block.split()) <= HEADING_WORDS
        if not question_heading and "(L)" not in block and "(R)" not in block:
            kept.append(("text", block))
    return kept


def read(name: str) -> tuple[list[str], list[dict[str, str]]]:
    """Header and rows of a committed table."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as f:
        reader = csv.DictReader(f)
        rows = list(reader)
        return list(reader.fieldnames or []), rows


def as_csv(header: list[str], rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def rebuild(folder: Path) -> dict[str, str]:
    """New text of each table that holds computed columns."""
    report_header, reports = read("reports")
    paragraph_header, old_paragraphs = read("paragraphs")
    _, places = read("places")
    written = {row["paragraph_id"]: row for row in old_paragraphs}
    spellings = {
        row["place_id"]: [re.compile(r"\b" + re.escape(s) + r"\b") for s in row["search"].split("|")] for row in places
    }
    paragraphs, terms, mentions = [], [], []
    for report in reports:
        path = folder / f"{report['report_id']}.txt"
        if not path.is_file():
            raise SystemExit(
                f"build.py: {path.name} is not in {folder}. Name the folder that holds one text per row of reports.csv."
            )
        body = body_paragraphs(path.read_text(encoding="utf-8"))
        total = 0
        for position, (form, text) in enumerate(body, 1):
            paragraph_id = f"{report['report_id']}-p{position:02d}"
            counts = Counter(tokens(text))
            words = sum(counts.values())
            total += words
            plain = normalise(text)
            row = dict.fromkeys(paragraph_header, "") | written.get(paragraph_id, {})
            row |= {
                "paragraph_id": paragraph_id,
                "report_id": report["report_id"],
                "position": str(position),
                "form": form,
                "words": str(words),
                "sha256": hashlib.sha256(plain.encode()).hexdigest(),
            }
            paragraphs.append(row)
            terms += [{"paragraph_id": paragraph_id, "term": t, "count": str(n)} for t, n in sorted(counts.items())]
            for place_id, patterns in spellings.items():
                count = sum(len(p.findall(plain)) for p in patterns)
                if count:
                    mentions.append(
                        {
                            "place_id": place_id,
                            "paragraph_id": paragraph_id,
                            "report_id": report["report_id"],
                            "count": str(count),
                        }
                    )
        report["words"], report["paragraphs"] = str(total), str(len(body))
    return {
        "reports": as_csv(report_header, reports),
        "paragraphs": as_csv(paragraph_header, paragraphs),
        "terms": as_csv(["paragraph_id", "term", "count"], terms),
        "place_mentions": as_csv(["place_id", "paragraph_id", "report_id", "count"], mentions),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of the report texts")
    parser.add_argument("--check", action="store_true", help="compare only; write nothing")
    options = parser.parse_args()
    differing = 0
    for name, text in rebuild(options.folder).items():
        path = HERE / f"{name}.csv"
        before = path.read_text(encoding="utf-8") if path.exists() else None
        if before == text:
            print(f"{name}.csv: unchanged")
            continue
        differing += 1
        if options.check:
            print(f"{name}.csv: differs from what the texts give", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8")
            print(f"{name}.csv: written")
    return 1 if options.check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
