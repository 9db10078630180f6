"""Honest work gets the marks that stock nbgrader gives: its own autograder, its command with this engine, and on PostgreSQL."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import nbgrader as nbgrader_package
import pytest
import small_course
from conftest import ROOT, usjapan
from exercises import ANSWERS, exercises
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from small_course import ASSIGNMENT as SMALL
from small_course import CONFIG, STUDENTS, answered, hand_in_all, released
from small_course import hand_in as hand_in_one

from usjapan.course import Course
from usjapan.demo import ME

PLAYED = ("ps2", "ps4")
# nbgrader as it comes, but for what a release of this course needs, and patience on a busy machine.
STOCK = """
c = get_config()
c.Execute.timeout = 300
c.Execute.iopub_timeout = 60
c.CourseDirectory.course_id = "us-japan-alliance"
c.ClearSolutions.code_stub = {"python": "# Write your answer here."}
"""


def answers(assignment: str, student: str) -> dict[str, str]:
    """All right, every other one wrong, or none."""
    chosen = {}
    for number, exercise in enumerate(exercises(assignment)):
        kind = "wrong" if student == "half" and number % 2 else "right"
        found = sorted((ANSWERS / assignment / exercise.name / kind).glob("*.py"))
        chosen[exercise.name] = found[-1].read_text(encoding="utf-8").replace(ME, student)
    return {} if student == "blank" else chosen


def hand_in(root: Path) -> None:
    for assignment in PLAYED:
        name = f"{assignment}.ipynb"
        for student in ("right", "half", "blank"):
            notebook = json.loads((root / "release" / assignment / name).read_text(encoding="utf-8"))
            mine = answers(assignment, student)
            for cell in notebook["cells"]:
                about = cell["metadata"]["nbgrader"]
                cell["source"] = mine.get(about["grade_id"], cell["source"])
                if mine and about["solution"] and about["grade"]:
                    cell["source"] = "In my own words."
            folder = root / "submitted" / student / assignment
            folder.mkdir(parents=True)
            (folder / name).write_text(json.dumps(notebook), encoding="utf-8")


def marks(root: Path, assignment: str, db_url: str = "") -> dict[tuple[str, str], tuple[float | None, bool]]:
    """Automatic score of every cell that carries points, and whether a person must look."""
    with Gradebook(db_url or f"sqlite:///{root / 'gradebook.db'}") as book:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.needs_manual_grade)
            for submission in book.assignment_submissions(assignment)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def nbgrader(root: Path, *arguments: str) -> None:
    """nbgrader's own command."""
    result = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=root,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Two assignments, each handed in by three students."""
    root = tmp_path_factory.mktemp("prepared") / "course"
    for assignment in PLAYED:
        shutil.copytree(ROOT / "assignments" / "source" / assignment, root / "source" / assignment)
    shutil.copy(ROOT / "assignments" / "nbgrader_config.py", root)
    for assignment in PLAYED:
        Course(root).release(assignment)
    hand_in(root)
    return root


def copied(prepared: Path, folder: Path, config: str | None = None) -> Path:
    shutil.copytree(prepared, folder / "course")
    if config is not None:
        (folder / "course" / "nbgrader_config.py").write_text(config, encoding="utf-8")
    return folder / "course"


@pytest.fixture(scope="module")
def ours(prepared, tmp_path_factory):
    root = copied(prepared, tmp_path_factory.mktemp("ours"))
    for assignment in PLAYED:
        Course(root).grade(assignment, workers=2)
    return {assignment: marks(root, assignment) for assignment in PLAYED}


@pytest.mark.parametrize("assignment", PLAYED)
def test_stock_nbgrader_gives_the_same_marks(prepared, ours, tmp_path, assignment):
    root = copied(prepared, tmp_path, STOCK)
    nbgrader(root, "autograde", assignment)
    assert marks(root, assignment) == ours[assignment]
    scores = [score for score, _ in ours[assignment].values()]
    assert 0 in scores and max(score for score in scores if score is not None) > 0 and None in scores


@pytest.mark.parametrize("assignment", PLAYED)
def test_the_stock_command_with_this_engine_gives_the_same_marks(prepared, ours, tmp_path, assignment):
    root = copied(prepared, tmp_path)
    nbgrader(root, "autograde", assignment)
    assert marks(root, assignment) == ours[assignment]


# --- another course: what its authors and students may well write ---------------------------------------------------

# Two answers, one of them wrong in its eyes, and the test of an author who has never heard of this engine.
OTHER = {
    "counter": ("from collections import Counter\ncn = Counter('banana')", "cn = {}", "assert cn.most_common(1) == [('a', 3)] and cn['z'] == 0"),
    "default": ("from collections import defaultdict\ndd = defaultdict(list)", "dd = {}", "assert dd['none'] == []"),
    "zone": ("import datetime, zoneinfo\nwhen = datetime.datetime(2024, 4, 10, tzinfo=zoneinfo.ZoneInfo('Asia/Tokyo'))", "import datetime\nwhen = datetime.datetime(2024, 4, 10)", "assert when.tzname() == 'JST'"),
    "mask": ("import numpy as np\nma = np.ma.masked_invalid([1.0, np.nan, 3.0])", "ma = None", "assert ma.mean() == 2"),
    "row": ("import pandas as pd\nrow = next(pd.DataFrame({'a': [1]}).itertuples())", "row = (0, 1)", "assert row.a == 1"),
    "pairs": ("def pairs():\n    return zip('ab', [1, 2])", "def pairs():\n    return []", "assert dict(pairs()) == {'a': 1, 'b': 2}"),
    "endless": ("def evens():\n    n = 0\n    while True:\n        yield n\n        n += 2", "def evens():\n    return [0, 2, 4]", "e = evens()\nassert [next(e), next(e), next(e)] == [0, 2, 4]"),
    "once": ("squares = (n * n for n in range(5))", "squares = [n * n for n in range(5)]", "assert next(squares) == 0 and sum(squares) == 30"),
    "popped": ("def last(items):\n    return items.pop()", "def last(items):\n    return items[-1]", "st = [1, 2, 3]\nassert last(st) == 3 and st == [1, 2]"),
    "counted": ("seen = 0\ndef count():\n    global seen\n    seen += 1", "seen = 0\ndef count():\n    seen = 1", "count()\ncount()\nassert seen == 2"),
    "rows": ("rows = [[0] * 2 for _ in range(2)]", "rows = [[0] * 2] * 2", "rows[0][0] = 1\nassert rows[1][0] == 0"),
    "class": ("from datetime import date\nlaunch = date(2024, 1, 2)", "from datetime import date\nlaunch = date(2024, 2, 1)", "assert launch == date(2024, 1, 2)"),
    "path": ("from pathlib import Path\npp = Path('a') / 'b.csv'", "pp = 'a/b.csv'", "assert pp.suffix == '.csv'"),
    "chart": ("import altair as alt\nch = alt.Chart({'values': [{'a': 1}]}).mark_bar().encode(x='a:Q')", "ch = 5", "import altair\nassert isinstance(ch, altair.Chart) and ch.to_dict()['mark']['type'] == 'bar'"),
    "sort": ("def order(items):\n    items.sort()", "def order(items):\n    sorted(items)", "v = [2, 1]\norder(v)\nassert v == [1, 2]"),
    "keep": ("def ranked(items):\n    return sorted(items)", "def ranked(items):\n    items.sort()\n    return items", "w = [2, 1]\nassert ranked(w) == [1, 2]\nassert w == [2, 1], 'the argument was changed'"),
    "frame": ("def doubled(df):\n    df['b'] = 2 * df['a']", "def doubled(df):\n    df = df.assign(b=2 * df['a'])", "import pandas\nd = pandas.DataFrame({'a': [1]})\ndoubled(d)\nassert list(d['b']) == [2]"),
    "print": ("def greet(n):\n    print('Hello', n)", "def greet(n):\n    print('Bye', n)", "import contextlib, io\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n    greet('Bob')\nassert out.getvalue() == 'Hello Bob\\n'"),
    "quiet": ("def same(n):\n    return n", "def same(n):\n    print(n)\n    return n", "import contextlib, io\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n    assert same(1) == 1\nassert out.getvalue() == '', 'return, do not print'"),
    "ask": ("def asked():\n    return 2 * int(input('n? '))", "def asked():\n    return 2", "from unittest import mock\nwith mock.patch('builtins.input', return_value='4'):\n    assert asked() == 8"),
    "apply": ("def apply2(f, x):\n    return f(f(x))", "def apply2(f, x):\n    return f(x)", "assert apply2(lambda x: x + 1, 3) == 5"),
    "shout": ("def shout(f):\n    def g(*a):\n        return f(*a).upper()\n    return g", "def shout(f):\n    return f", "@shout\ndef hi():\n    return 'hi'\nassert hi() == 'HI'"),
    "error": ("class TooSmall(ValueError):\n    pass\ndef check(x):\n    if x < 0:\n        raise TooSmall('no')", "def check(x):\n    raise KeyError(x)", "try:\n    check(-1)\nexcept ValueError as e:\n    assert str(e) == 'no'\nelse:\n    assert False"),
    "json": ("import json\ndef parsed(s):\n    return json.loads(s)", "def parsed(s):\n    return {}", "try:\n    parsed('{')\nexcept ValueError:\n    pass\nelse:\n    assert False"),
    "written": ("def total(n):\n    'Sum to n.'\n    return n * (n + 1) // 2", "def total(n):\n    t = 0\n    for i in range(n + 1):\n        t += i\n    return t", "import inspect\nassert total(4) == 10 and total.__doc__ and 'for ' not in inspect.getsource(total)"),
    "seed": ("import random\ndef roll():\n    return random.randint(1, 6)", "def roll():\n    return 7", "import random\nrandom.seed(3)\na = [roll() for _ in range(5)]\nrandom.seed(3)\nassert a == [random.randint(1, 6) for _ in range(5)]"),
    "save": ("open('out.csv', 'w').write('a,b')", "pass", "assert open('out.csv').read() == 'a,b'"),
    "lines": ("def lines(name):\n    return len(open(name).readlines())", "def lines(name):\n    return 1", "open('t.txt', 'w').write('a\\nb\\n')\nassert lines('t.txt') == 2"),
    "folder": ("rows = open('data/x.csv').read().split()", "rows = []", "assert rows == ['a', 'b'] == open('data/x.csv').read().split()"),
    "package": ("from helpers.tools import three\nh = three()", "h = 0", "from helpers.tools import three\nassert h == three()"),
    "magic": ("%precision 3\nmg = 3", "mg = 4", "%time assert mg == 3"),
    "large": ("import math\nbig = math.factorial(1000)", "big = 1", "assert big % 1009 != 0 and len(str(big)) == 2568"),
    "waits": ("async def slow(x):\n    return x", "def slow(x):\n    return x", "assert await slow(2) == 2"),
    "by-text": ("ev = 3", "ev = 4", "assert eval('ev') == 3"),
    "imports": ("import statistics\nav = 2", "av = 2", "assert statistics.mean([1, 3]) == av"),
    "star": ("def gcd(a, b):\n    while b:\n        a, b = b, a % b\n    return a", "def gcd(a, b):\n    return 1", "assert gcd(12, 18) == 6"),
    "unasked": ("def lcm(a, b):\n    n = a\n    while n % b:\n        n += a\n    return n", "def lcm(a, b):\n    return a * b", "assert lcm(4, 6) == 12"),
    "faster": ("def series(n):\n    return n * (n + 1) // 2", "def series(n):\n    return n * n", "assert series(4) == 10"),
    "end": ("def first(items):\n    return next(iter(items))", "def first(items):\n    return items[0]", "assert first('ab') == 'a'\ntry:\n    first([])\nexcept StopIteration:\n    pass\nelse:\n    assert False"),
    "total": ("sum = 10", "sum = 9", "assert sum == 10"),
    "goes-on": ("gg = 1", "gg = 2", "assert sorted(v) == [1, 2] and gg == 1"),
    "object": ("def mid(p, q):\n    return Point((p.x + q.x) / 2, (p.y + q.y) / 2)", "def mid(p, q):\n    return (1, 2)", "m = mid(Point(0, 0), Point(2, 4))\nassert m == Point(1, 2) and isinstance(m, Point)"),
    "objects": ("ps = sorted([Point(2, 1), Point(1, 5)], key=lambda p: p.x)", "ps = [Point(2, 1), Point(1, 5)]", "assert ps == [Point(1, 5), Point(2, 1)]"),
    "member": ("def other(suit):\n    return Suit.SPADES if suit is Suit.HEARTS else Suit.HEARTS", "def other(suit):\n    return suit", "assert other(Suit.HEARTS) is Suit.SPADES"),
    "moved": ("origin.x = 3", "Point(3, 0)", "assert origin == Point(3, 0)"),
    "its-error": ("def reach(x):\n    if x > 9:\n        raise TooFar(x - 9)", "def reach(x):\n    if x > 9:\n        raise ValueError(x - 9)", "try:\n    reach(12)\nexcept TooFar as error:\n    assert error.by == 3\nelse:\n    assert False"),
    "early": ("def early(x):\n    return x + 1", "def early(x):\n    return late(x)", "assert early(1) == 2"),
    "late": ("def late(x):\n    return x + 1", "def late(x):\n    return x + 1 if x else 5", "assert late(0) == 1"),
    "uses": ("def squared(n):\n    return [i * i for i in range(n)]\ndef all_squared(n):\n    t = 0\n    for i in squared(n):\n        t += i\n    return t", "def squared(n):\n    return [i * i for i in range(n)]\ndef all_squared(n):\n    return 14", "kept = squared\ndel squared\ntry:\n    all_squared(4)\nexcept NameError:\n    pass\nelse:\n    raise AssertionError('all_squared does not use squared')\nfinally:\n    squared = kept"),
    "back": ("sq = all_squared(3)", "sq = 4", "assert all_squared(4) == 14 and squared(2) == [0, 1] and sq == 5"),
    "mock": ("def price(n):\n    return n\ndef bill(ns):\n    return [price(n) for n in ns]", "def price(n):\n    return n\ndef bill(ns):\n    return list(ns)", "from unittest.mock import Mock\nreal, price = price, Mock(return_value=7)\nassert bill([1, 2]) == [7, 7] and price.call_count == 2\nprice = real"),
    "patch": ("def area(r):\n    return 3 * r\ndef areas(rs):\n    return [area(r) for r in rs]", "def area(r):\n    return 3 * r\ndef areas(rs):\n    return [3 * r for r in rs]", "from unittest.mock import patch\nassert area(1) == 3\nwith patch('__main__.area', return_value=5):\n    assert areas([1]) == [5]"),
    "stays": ("def rate():\n    return 2\ndef paid(n):\n    return n * rate()", "def rate():\n    return 2\ndef paid(n):\n    return n * 2", "rate = lambda: 10\nassert paid(2) == 20"),
    "stayed": ("st2 = 1", "st2 = 2", "assert paid(1) in (2, 10) and st2 == 1"),
    "counts": ("def down(n):\n    return [] if n < 1 else [n, *down(n - 1)]", "def down(n):\n    return list(range(n, 0, -1))", "calls, own = [], down\ndef down(n):\n    calls.append(n)\n    return own(n)\ntry:\n    assert own(3) == [3, 2, 1] and calls == [2, 1, 0]\nfinally:\n    down = own"),
    "counted-from": ("hits = 0\ndef hit():\n    global hits\n    hits += 1", "hits = 0\ndef hit():\n    global hits\n    hits = 1", "hits = 5\nhit()\nassert hits == 6"),
    "sleeps": ("import time\ndef retry():\n    time.sleep(5)\n    return 3", "def retry():\n    return 3", "import time\nslept, real_sleep = [], time.sleep\ntime.sleep = slept.append\ntry:\n    assert retry() == 3 and slept == [5]\nfinally:\n    time.sleep = real_sleep"),
    "dice": ("import random\ndef dice():\n    return random.randint(1, 6)", "def dice():\n    return 3", "from unittest import mock\nwith mock.patch('random.randint', return_value=4):\n    assert dice() == 4"),
    "printed": ("def say():\n    print('a', 'b')", "def say():\n    print('a b')", "import builtins\nsaid, real_print = [], builtins.print\nbuiltins.print = lambda *words, **how: said.append(words)\ntry:\n    say()\nfinally:\n    builtins.print = real_print\nassert said == [('a', 'b')]"),
    "forbidden": ("def lowest(items):\n    low = items[0]\n    for item in items:\n        low = item if item < low else low\n    return low", "def lowest(items):\n    return sorted(items)[0]", "def sorted(*_):\n    raise RuntimeError('not with sorted')\ntry:\n    assert lowest([2, 1]) == 1\nfinally:\n    del sorted"),
    "temporary": ("def words(name):\n    with open(name) as file:\n        return len(file.read().split())", "def words(name):\n    return 1", "import tempfile\nwith tempfile.NamedTemporaryFile('w', suffix='.txt') as file:\n    file.write('a b')\n    file.flush()\n    assert words(file.name) == 2"),
    "report": ("import os\ndef report(folder):\n    with open(os.path.join(folder, 'r.txt'), 'w') as file:\n        file.write(' '.join(sorted(os.listdir(folder))))", "def report(folder):\n    return folder", "import os, tempfile\nwith tempfile.TemporaryDirectory() as folder:\n    open(os.path.join(folder, 'no-suffix'), 'w').close()\n    report(folder)\n    assert open(os.path.join(folder, 'r.txt')).read().startswith('no-suffix')"),
    "rolls": ("def rolls(rng):\n    return int(rng.integers(1, 7))", "def rolls(rng):\n    return 3", "import numpy as np\nrng, same = np.random.default_rng(1), np.random.default_rng(1)\nassert [rolls(rng) for _ in range(9)] == [same.integers(1, 7) for _ in range(9)]"),
    "draws": ("import random\nown = random.Random(4)\ndef draws(r):\n    return r.choice('abc')", "own = 4\ndef draws(r):\n    return 'a'", "import random\ns = random.Random(4)\nassert ''.join(draws(own) for _ in range(9)) == ''.join(s.choice('abc') for _ in range(9))"),
    "saved": ("open('data/mine.csv', 'w').write('a')", "pass", "assert open('data/mine.csv').read() == 'a'"),
    "grown": ("shelf = [1]\ndef on_shelf():\n    return len(shelf)", "shelf = [1]\ndef on_shelf():\n    return 1", "shelf.append(5)\nassert on_shelf() == 2"),
    "made-once": ("def ordered(items):\n    items.sort()\n    return items", "def ordered(items):\n    items.sort(reverse=True)\n    return items", "import os\nos.mkdir('once')\nz = [2, 1]\nassert ordered(z) == [1, 2]"),
    "elsewhere": ("def double(n):\n    return 2 * n", "def double(n):\n    return n", "import os, tempfile\nhere = os.getcwd()\nwith tempfile.TemporaryDirectory() as place:\n    os.chdir(place)\n    open(os.path.join(place, 'a.txt'), 'w').close()\n    there = os.listdir()\n    os.chdir(here)\nassert double(2) == 4 and there == ['a.txt']"),
    "deep": ("import os\ndef below(folder):\n    return len([name for _, _, names in os.walk(folder) for name in names])", "def below(folder):\n    return 0", "import os, tempfile\nwith tempfile.TemporaryDirectory() as folder:\n    os.makedirs(os.path.join(folder, 's', 't'))\n    open(os.path.join(folder, 's', 't', 'b.txt'), 'w').close()\n    assert below(folder) == 1"),
    "exists": ("import os\ndef known(name):\n    return 'yes' if os.path.exists(name) else 'no'", "def known(name):\n    return 'no'", "from unittest import mock\nwith mock.patch('os.path.exists', return_value=True):\n    assert known('x') == 'yes'"),
    "poly": ("import numpy as np\npo = np.poly1d([1, 0, -1])", "po = 3", "assert po(2) == 3 and set(po.roots) == {1, -1}"),
    "take": ("def take(n, items):\n    items = iter(items)\n    return [next(items) for _ in range(n)]", "def take(n, items):\n    return list(range(n))", "def fib():\n    a, b = 0, 1\n    while True:\n        yield a\n        a, b = b, a + b\nrest = iter([7, 8, 9])\nassert take(5, fib()) == [0, 1, 1, 2, 3] and take(2, rest) == [7, 8] and list(rest) == [9]"),
    "perfect": ("def perfects():\n    n = 1\n    while True:\n        n += 1\n        t = [d for d in range(1, n) if n % d == 0]\n        s = 0\n        for d in t:\n            s += d\n        if s == n:\n            yield n", "def perfects():\n    return [6, 28]", "pf = perfects()\nassert [next(pf), next(pf), next(pf)] == [6, 28, 496]"),
    "wraps": ("import functools\ndef logged(f):\n    @functools.wraps(f)\n    def inner(*a):\n        return f(*a)\n    return inner", "def logged(f):\n    return lambda *a: f(*a)", "@logged\ndef plus(a, b):\n    'Adds.'\n    return a + b\nassert plus(1, 2) == 3 and plus.__name__ == 'plus' and plus.__doc__ == 'Adds.'"),
    "side-by-side": ("def third(n):\n    return n / 3", "def third(n):\n    return n", "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(4) as pool:\n    assert list(pool.map(third, range(0, 60, 3))) == list(range(20))"),
    "ends": ("import sys\ndef stop(code):\n    sys.exit(code)", "def stop(code):\n    raise ValueError(code)", "try:\n    stop(3)\nexcept SystemExit as end:\n    assert end.code == 3\nelse:\n    assert False"),
    "from": ("def port(text):\n    try:\n        return int(text)\n    except ValueError as error:\n        raise KeyError(text) from error", "def port(text):\n    raise KeyError(text)", "try:\n    port('x')\nexcept KeyError as error:\n    assert isinstance(error.__cause__, ValueError)\nelse:\n    assert False"),
    "lazily": ("def mapped(f, items):\n    for item in items:\n        yield f(item)", "def mapped(f, items):\n    return iter([f(item) for item in items])", "seen_by_it = []\ndef noting(n):\n    seen_by_it.append(n)\n    return n\nthe_items = mapped(noting, [1, 2, 3])\nassert seen_by_it == []\nassert next(the_items) == 1 and seen_by_it == [1]"),
    "step-by-step": ("def countdown(n):\n    while n:\n        print(n)\n        yield n\n        n -= 1", "def countdown(n):\n    print(*range(n, 0, -1), sep='\\n')\n    yield from range(n, 0, -1)", "import contextlib, io\nthe_count = countdown(3)\nwith contextlib.redirect_stdout(io.StringIO()) as said_so:\n    next(the_count)\nassert said_so.getvalue() == '3\\n'"),
    "gap": ("import datetime as dates\nfrom zoneinfo import ZoneInfo\nmoment = dates.datetime(2024, 3, 10, 2, 30, tzinfo=ZoneInfo('America/New_York'))", "import datetime as dates\nfrom zoneinfo import ZoneInfo\nmoment = dates.datetime(2024, 3, 10, 3, 30, tzinfo=ZoneInfo('America/New_York'))", "assert (moment.hour, moment.minute) == (2, 30) and moment.tzinfo.key == 'America/New_York'"),
    "tokyo": ("import datetime as dates\nin_tokyo = dates.datetime(2024, 1, 1, tzinfo=dates.timezone(dates.timedelta(hours=9), 'JST'))", "import datetime as dates\nin_tokyo = dates.datetime(2024, 1, 1, tzinfo=dates.timezone(dates.timedelta(hours=9)))", "assert in_tokyo.strftime('%Z') == 'JST'"),
    "levels": ("import numpy as np, pandas as pd\nby_two = pd.Series([1, 2], pd.MultiIndex.from_tuples([('a', 1), ('b', np.nan)]))", "import numpy as np, pandas as pd\nby_two = pd.Series([1, 2], pd.MultiIndex.from_tuples([('a', 1), ('b', 2)]))", "import numpy as np, pandas as pd\npd.testing.assert_series_equal(by_two, pd.Series([1, 2], pd.MultiIndex.from_tuples([('a', 1), ('b', np.nan)])))"),
    "read-only": ("import types\ndef settings():\n    return types.MappingProxyType({'a': 1})", "def settings():\n    return {'a': 1}", "assert settings() == {'a': 1} and not isinstance(settings(), dict)"),
    "deep-copy": ("import copy\ndef twin(grid):\n    return copy.deepcopy(grid)", "def twin(grid):\n    return list(grid)", "a_grid = [[1], [2]]\nits_twin = twin(a_grid)\nits_twin[0].append(9)\nassert a_grid == [[1], [2]]"),
    "shallow-copy": ("def beside(grid):\n    return list(grid)", "import copy\ndef beside(grid):\n    return copy.deepcopy(grid)", "a_grid = [[1], [2]]\nits_copy = beside(a_grid)\nassert its_copy is not a_grid and its_copy[1] is a_grid[1]"),
    "nearest": ("def nearest(points):\n    return min(points.values(), key=lambda p: p.x)", "def nearest(points):\n    p = min(points.values(), key=lambda p: p.x)\n    return Point(p.x, p.y)", "known_points = {'a': Point(2, 1), 'b': Point(1, 1)}\nassert nearest(known_points) is known_points['b']"),
    "names-written": ("def report_to(file, names):\n    for name in names:\n        print(name, file=file)", "def report_to(file, names):\n    print(*names, file=file)", "import io\nthe_file = io.StringIO()\nthe_file.write('Names:\\n')\nreport_to(the_file, ['a', 'b'])\nassert the_file.getvalue() == 'Names:\\na\\nb\\n'"),
    "rows-written": ("import csv\ndef rows_to(file, rows):\n    writer = csv.writer(file)\n    writer.writerows(rows)\n    return len(rows)", "def rows_to(file, rows):\n    return len(rows)", "import csv, io\nthe_table = io.StringIO(newline='')\nassert rows_to(the_table, [[1, 2], [3, 4]]) == 2\nthe_table.seek(0)\nassert list(csv.reader(the_table)) == [['1', '2'], ['3', '4']]"),
    "bytes-written": ("def header(file):\n    file.write(b'PK')", "def header(file):\n    file.write(b'BM')", "import io\nthe_bytes = io.BytesIO()\nheader(the_bytes)\nassert the_bytes.getvalue() == b'PK'"),
    "parsed-time": ("import time\nparsed = time.strptime('2024-04-11', '%Y-%m-%d')", "parsed = (2024, 4, 11)", "assert parsed.tm_year == 2024 and parsed.tm_mon == 4 and parsed[2] == 11"),
    "built-in": ("def pow(a, b):\n    return a**b", "def pow(a, b):\n    return 0", "assert pow(2, 3) == 8"),
}  # fmt: skip
CLASSES = """from dataclasses import dataclass
from enum import Enum

@dataclass
class Point:
    x: float
    y: float

class Suit(Enum):
    HEARTS = 1
    SPADES = 2

class TooFar(Exception):
    def __init__(self, by):
        super().__init__(f"too far by {by}")
        self.by = by

origin = Point(0, 0)"""
STUBS = {
    "total": "sum = ...\n",
    "star": "def gcd(a, b):\n    ...\n",
    "built-in": "def pow(a, b):\n    ...\n",
    "stays": "def rate():\n    ...\n",
}


def other_course(root: Path) -> None:
    """A course of an author who uses nbgrader as it comes; two students hand in, right answers and wrong ones."""

    def marked(cell, name, points=None, solution=False):
        about = {
            "grade_id": name,
            "schema_version": 3,
            "locked": not solution,
            "solution": solution,
            "grade": points is not None,
        }
        cell.metadata["nbgrader"] = {**about, "task": False} | ({"points": points} if points is not None else {})
        cell.id = name
        return cell

    cells = [
        marked(
            new_code_cell(f"from math import *\nimport math\ndef series(n):\n    return sum(range(n + 1))\n{CLASSES}"), "setup"
        )
    ]
    for name, (_, _, test) in OTHER.items():
        stub = f"{STUBS.get(name, '')}### BEGIN SOLUTION\n{OTHER[name][0]}\n### END SOLUTION"
        cells += [marked(new_code_cell(stub), name, solution=True), marked(new_code_cell(test), f"test-{name}", 2)]
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    source = root / "source" / "any"
    for name, text in {
        "data/x.csv": "a\nb\n",
        "helpers/__init__.py": "",
        "helpers/tools.py": "def three():\n    return 3\n",
    }.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text)
    (source / "any.ipynb").write_text(json.dumps(notebook))
    config = CONFIG.replace("cell_seconds = 2", "cell_seconds = 10").replace("notebook_seconds = 8", "notebook_seconds = 60")
    (root / "nbgrader_config.py").write_text(f"{config}\nc.Proctoring.preload = ['altair', 'pandas']\n")
    Course(root).release("any")
    for number, student in enumerate(("right", "wrong")):
        handed_in = json.loads((root / "release" / "any" / "any.ipynb").read_text())
        for cell in handed_in["cells"]:
            name = cell["metadata"]["nbgrader"]["grade_id"]
            cell["source"] = OTHER[name][number] if name in OTHER else cell["source"]
        folder = root / "submitted" / student / "any"
        shutil.copytree(root / "release" / "any", folder)
        (folder / "any.ipynb").write_text(json.dumps(handed_in))


def test_another_course_gets_the_marks_of_stock_nbgrader(tmp_path):
    ours, stock = tmp_path / "ours", tmp_path / "stock"
    other_course(ours)
    shutil.copytree(ours, stock)
    (stock / "nbgrader_config.py").write_text(STOCK)
    nbgrader(stock, "autograde", "any")
    Course(ours).grade("any", workers=1)
    expected = {key: score for key, (score, _) in marks(stock, "any").items()}
    assert {key: score for key, (score, _) in marks(ours, "any").items()} == expected
    assert {key for key, score in expected.items() if not score} == {("wrong", f"test-{name}") for name in OTHER}


# --- PostgreSQL -----------------------------------------------------------------------------------------------------


def _program(name: str) -> str:
    """A program of PostgreSQL's server; Debian keeps them off the path."""
    found = [*sorted(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), reverse=True), shutil.which(name)]
    if not found[0]:
        pytest.skip(f"no PostgreSQL server found: install one ({name} is missing)")
    return str(found[0])


@pytest.fixture(scope="module")
def postgresql():
    """Address of an empty database in a server of its own."""
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    owner = {}
    if os.geteuid() == 0:  # the server refuses to be root
        shutil.chown(folder, "postgres")
        owner = {"user": "postgres"}

    def run(*command: str) -> None:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **owner)

    run(initdb, "-D", str(folder / "data"), "-A", "trust", "-U", "grader", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
    run(pg_ctl, "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://grader@127.0.0.1:{port}/postgres"
    finally:
        run(pg_ctl, "-D", str(folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(folder)


def test_a_gradebook_in_postgresql_holds_the_same_marks(postgresql, tmp_path):
    files = tmp_path / "files"
    released(files)
    hand_in_all(files)
    Course(files).grade(SMALL, workers=1)
    course = tmp_path / "server"
    released(course, config=f"{CONFIG}\nc.CourseDirectory.db_url = {postgresql!r}\n", db_url=postgresql)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for student in STUDENTS:
        shutil.copy(files / "submitted" / student / SMALL / f"{SMALL}.ipynb", inbox / f"{student}_{SMALL}.ipynb")
    for arguments, code in (
        (("collect", SMALL, inbox), 0),
        (("grade", SMALL), 1),
        (("report", SMALL), 0),
    ):
        result = usjapan(*arguments, "--course", course)
        assert result.returncode == code, result.stderr
    assert marks(course, SMALL, postgresql) == marks(files, SMALL)
    assert not (course / "gradebook.db").exists()
    assert Course(course).marks(SMALL)[0].mark == 5


def test_nbgraders_own_example_course_gets_the_marks_of_stock_nbgrader(tmp_path):
    guide = Path(nbgrader_package.__file__).parent / "docs" / "source" / "user_guide"
    found = {}
    for name, config in (("stock", STOCK.partition("c.ClearSolutions")[0]), ("ours", CONFIG)):
        root = tmp_path / name
        shutil.copytree(guide / "source" / "ps1", root / "source" / "ps1")
        (root / "nbgrader_config.py").write_text(config.replace("notebook_seconds = 8", "notebook_seconds = 60"))
        Course(root).release("ps1")
        for student in ("bitdiddle", "hacker"):
            shutil.copytree(guide / "submitted" / student / "ps1", root / "submitted" / student / "ps1")
        nbgrader(root, "autograde", "ps1")
        found[name] = marks(root, "ps1")
    assert found["ours"] == found["stock"] and len(found["ours"]) == 18


def test_a_course_may_mark_its_hidden_tests_in_its_own_words(tmp_path, monkeypatch):
    text = small_course.TESTS["twice"].replace("BEGIN HIDDEN TESTS", "VERBORGEN").replace("END HIDDEN TESTS", "OFFEN")
    monkeypatch.setitem(small_course.TESTS, "twice", text)
    words = "c.ClearHiddenTests.begin_test_delimeter = 'VERBORGEN'\nc.ClearHiddenTests.end_test_delimeter = 'OFFEN'\n"
    course = released(tmp_path, config=CONFIG + words)
    says = "def twice(n):\n    if n > 2:\n        raise ValueError('SEEN-' + str(n))\n    return 4\n"
    hand_in_one(tmp_path, "anna", lambda release: json.dumps(answered(release, twice=says)).encode())
    (row,) = course.grade(SMALL, workers=1)
    page = course.feedback(SMALL, workers=1)["anna"].read_text(encoding="utf-8")
    assert row.exercises["test-twice"] == 0 and "SEEN-50" not in page and "== 100" not in page
