"""Where the actors of a network stand: the same ties always give the same picture."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
# Room beside a label, around a line and at the edge of the picture, in pixels.
GAP, CLEARANCE, MARGIN = 10.0, 9.0, 8.0
# Height that pairs without a path to the rest get at the foot of the picture, and how many steps such actors count as apart.
STRIP, APART = 60.0, 3.0


@lru_cache(maxsize=32)
def layout(
    pairs: tuple[tuple[str, str], ...], boxes: tuple[tuple[str, float, float], ...], width: float, height: float
) -> dict[str, tuple[float, float]]:
    """Positions (x to the right, y down, in pixels) of the actors in `boxes`, each (actor, width, height) with its label.

    Actors with short paths between them stand close together; no two boxes overlap if the picture has room for them.
    """
    names = [name for name, _, _ in boxes]
    places = {name: number for number, name in enumerate(names)}
    edges = np.array([(places[a], places[b]) for a, b in pairs], dtype=np.intp).reshape(-1, 2)
    sizes = np.array([(w, h) for _, w, h in boxes], dtype=np.float64).reshape(-1, 2)
    if not names:
        return {}
    steps = _distances(len(names), edges)
    rest, main = _small_parts(steps)
    strip = STRIP if rest else 0.0
    points = np.zeros((len(names), 2))
    points[main] = _fit(_stress(np.minimum(steps, APART)[np.ix_(main, main)]), sizes[main], width, height - strip)
    _in_a_row(points, rest, steps, sizes, width, height - strip / 2)
    points = _apart(points, sizes, edges, width, height)
    return {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(names, points, strict=True)}


def _distances(n: int, edges: npt.NDArray[np.intp]) -> Array:
    """Number of steps between every two actors, infinite where there is no path."""
    steps = np.full((n, n), np.inf)
    np.fill_diagonal(steps, 0)
    for a, b in edges:
        steps[a, b] = steps[b, a] = 1
    for k in range(n):
        steps = np.minimum(steps, steps[:, [k]] + steps[[k], :])
    return steps


def _small_parts(steps: Array) -> tuple[list[list[int]], list[int]]:
    """The pairs and triples that no path joins to the rest, and all other actors."""
    parts = sorted({tuple(np.flatnonzero(np.isfinite(row)).tolist()) for row in steps}, key=lambda p: (-len(p), p))
    rest = [list(part) for part in parts[1:] if len(part) <= 3]
    main = [actor for part in parts if list(part) not in rest for actor in part]
    return rest, main


def _in_a_row(points: Array, parts: list[list[int]], steps: Array, sizes: Array, width: float, y: float) -> None:
    """Set small parts side by side at the height `y`: the rest of the picture stays free for the one network."""
    x = 0.0
    for part in parts:
        # Ends outside, the actor between them in the middle.
        hub = min(part, key=lambda actor: float(steps[actor][part].sum()))
        ends = [actor for actor in part if actor != hub]
        for actor in [*ends[:1], hub, *ends[1:]] if len(part) == 3 else part:
            points[actor] = (x + sizes[actor][0] / 2, y)
            x += sizes[actor][0] + 3 * GAP
        x += 4 * GAP
    taken = [actor for part in parts for actor in part]
    points[taken, 0] += max((width - x + 7 * GAP) / 2, 0)


def _stress(distances: Array) -> Array:
    """Points in the plane whose distances come near the given ones (stress majorisation, from a circle)."""
    n = len(distances)
    angles = 2 * np.pi * np.arange(n) / n
    # The best connected in the middle: the circle alone may settle with a hub at the rim.
    reach = distances.sum(axis=1)
    radius = (reach - reach.min()) / max(float(np.ptp(reach)), 1e-9) + 0.05
    points = np.column_stack([radius * np.cos(angles), radius * np.sin(angles)])
    weights = np.where(distances > 0, 1 / np.maximum(distances, 1e-9) ** 2, 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    for _ in range(150):
        gaps = points[:, None, :] - points[None, :, :]
        length = np.sqrt((gaps**2).sum(axis=2))
        pull = np.where(length > 1e-9, weights * distances / np.maximum(length, 1e-9), 0)
        points = inverse @ ((np.diag(pull.sum(axis=1)) - pull) @ points)
    return points


def _fit(points: Array, sizes: Array, width: float, height: float) -> Array:
    low, span = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1e-9)
    inset = sizes.max(axis=0) / 2 + MARGIN
    room = np.array([width, height]) - 2 * inset
    return np.asarray(inset + (points - low) / span * room, dtype=np.float64)


def _apart(points: Array, sizes: Array, edges: npt.NDArray[np.intp], width: float, height: float) -> Array:
    """Move boxes off each other and off the lines between others: a line through an actor would tell of a tie that is none."""
    n = len(points)
    low, high = sizes / 2 + MARGIN, np.array([width, height]) - sizes / 2 - MARGIN
    others = np.ones((len(edges), n), dtype=bool)
    for row, (a, b) in enumerate(edges):
        others[row, [a, b]] = False
    for step in range(500):
        gaps = points[:, None, :] - points[None, :, :]
        overlap = (sizes[:, None, :] + sizes[None, :, :]) / 2 + GAP - np.abs(gaps)
        np.fill_diagonal(overlap[:, :, 0], -1)
        clash = (overlap > 0).all(axis=2)
        sideways = overlap[:, :, 0] < overlap[:, :, 1]
        # Two boxes at one point part by their order.
        order = np.sign(np.arange(n)[:, None] - np.arange(n)[None, :])
        signs = np.where(gaps == 0, order[:, :, None], np.sign(gaps))
        push_x = np.where(clash & sideways, signs[:, :, 0] * overlap[:, :, 0], 0).sum(axis=1)
        push_y = np.where(clash & ~sideways, signs[:, :, 1] * overlap[:, :, 1], 0).sum(axis=1)
        move = 0.3 * np.column_stack([push_x, push_y])
        # Where both cannot be had, labels that can be read come before free lines.
        through = _off_lines(points, sizes, edges, others) if step < 400 else np.zeros_like(points)
        if not clash.any() and not through.any():
            break
        points = np.clip(points + move + 0.3 * through, low, high)
    return points


def _off_lines(points: Array, sizes: Array, edges: npt.NDArray[np.intp], others: npt.NDArray[np.bool_]) -> Array:
    """How far each box must move to leave the lines that cross its middle."""
    if not len(edges):
        return np.zeros_like(points)
    start, end = points[edges[:, 0]], points[edges[:, 1]]
    along = end - start
    length = np.maximum((along**2).sum(axis=1), 1e-9)
    share = np.clip(((points[None] - start[:, None]) * along[:, None]).sum(axis=2) / length[:, None], 0, 1)
    nearest = start[:, None] + share[:, :, None] * along[:, None]
    away = points[None] - nearest
    distance = np.sqrt((away**2).sum(axis=2))
    # Measured along the line's normal a flat box is thin or wide; half its height is what must stay free.
    needed = sizes[:, 1][None] / 2 + CLEARANCE
    close = others & (distance < needed)
    normal = np.column_stack([-along[:, 1], along[:, 0]]) / np.sqrt(length)[:, None]
    direction = np.where(distance[:, :, None] > 1e-6, away / np.maximum(distance, 1e-6)[:, :, None], normal[:, None])
    return np.asarray(np.where(close[:, :, None], direction * (needed - distance)[:, :, None], 0).sum(axis=0), dtype=np.float64)
