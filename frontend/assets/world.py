#!/usr/bin/env python3
"""Writes world.json, the outlines of the Carte, out of source/world-50m.topo.json.

Standard library only; two runs give the same bytes. Each country becomes one SVG path in the Equal Earth projection
(Šavrič, Patterson, Jenny, 2018: areas are kept, as suits a map that shades countries), in whole units of a plane
2,400 wide: `{"width": …, "height": …, "shapes": [{"code": "SN", "path": "m…z", "x": …, "y": …, "size": …}, …]}`, where x and y
are a point inside its largest part and size the side of the square of that part's area. Antarctica is left out.

    python3 frontend/assets/world.py --countries countries.json
"""

import argparse
import json
import math
from pathlib import Path

HERE = Path(__file__).parent
WIDTH = 2400
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
LEFT_OUT = {"AQ"}
# Below this side, in units, a shape cannot be seen nor aimed at: it is left to its dot.
SMALLEST = 1


def project(lon, lat):
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    t2 = theta * theta
    t6 = t2**3
    x = 2 * math.sqrt(3) * math.radians(lon) * math.cos(theta)
    x /= 3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1)
    y = theta * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1)
    return x, y


SPAN = project(180, 0)[0]
SCALE = WIDTH / (2 * SPAN)
TOP, BOTTOM = project(0, 84)[1], project(0, -57)[1]
HEIGHT = round((TOP - BOTTOM) * SCALE)


def plane(lon, lat):
    x, y = project(lon, lat)
    return round((x + SPAN) * SCALE), round((TOP - y) * SCALE)


def arcs(topology):
    sx, sy = topology["transform"]["scale"]
    tx, ty = topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def rings_of(indices, lines):
    """The ring of some arcs, on the plane; cut in two where it crosses the 180th meridian."""
    points = []
    for index in indices:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        points.extend(line[1:] if points else line)
    points = unwrapped(points)
    east = min(lon for lon, _ in points) > 180
    if east:
        points = [(lon - 360, lat) for lon, lat in points]
    yield flattened(half(points, lambda lon: lon <= 180))
    if any(lon > 180 for lon, _ in points):
        yield flattened([(lon - 360, lat) for lon, lat in half(points, lambda lon: lon >= 180)])


def unwrapped(points):
    """Longitudes without jumps, beyond 180 where need be."""
    out = [points[0]]
    for lon, lat in points[1:]:
        before = out[-1][0]
        out.append((lon + 360 * round((before - lon) / 360), lat))
    while min(lon for lon, _ in out) < -180.0001:
        out = [(lon + 360, lat) for lon, lat in out]
    return out


def half(points, inside):
    """The part of a ring on one side of the 180th meridian (Sutherland and Hodgman)."""
    kept = []
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
        if inside(ax):
            kept.append((ax, ay))
        if inside(ax) != inside(bx):
            kept.append((180, ay + (by - ay) * (180 - ax) / (bx - ax)))
    return kept


def flattened(points):
    flat = []
    for lon, lat in points:
        at = plane(lon, lat)
        if not flat or flat[-1] != at:
            flat.append(at)
    if len(flat) > 1 and flat[0] == flat[-1]:
        flat.pop()
    return straight(flat)


def straight(points):
    """Without the points that lie on the line between their neighbours."""
    kept = []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[i - 1], points[(i + 1) % len(points)]
        if (x - ax) * (by - y) != (y - ay) * (bx - x):
            kept.append((x, y))
    return kept


def area(points):
    return abs(sum(points[i - 1][0] * y - x * points[i - 1][1] for i, (x, y) in enumerate(points))) / 2


def path(rings, closed=True):
    """Relative path; each `m` counts from where its predecessor began, after a `z`, or else ended."""
    text, last = "", (0, 0)
    for points in rings:
        text += f"m{points[0][0] - last[0]} {points[0][1] - last[1]}"
        steps = [(x - points[i][0], y - points[i][1]) for i, (x, y) in enumerate(points[1:])]
        text += "l" + " ".join(f"{x} {y}" for x, y in steps) + ("z" if closed else "")
        last = points[0] if closed else points[-1]
    return text.replace(" -", "-")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--countries", type=Path, required=True, help="codes and points: the reference data's countries.json")
    points = json.loads(options.parse_args().countries.read_text())
    points = points if isinstance(points, list) else points["countries"]
    topology = json.loads((HERE / "source/world-50m.topo.json").read_text())
    lines = list(arcs(topology))
    shapes = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring for part in parts for indices in part for ring in rings_of(indices, lines)]
        shapes.setdefault(geometry["properties"]["iso2"], []).extend(r for r in rings if len(r) > 2)
    drawn = []
    for country in sorted(points, key=lambda c: c["iso2"]):
        code = country["iso2"]
        if code in LEFT_OUT or country["lon"] is None:
            continue
        rings = [r for r in shapes.get(code, []) if area(r) >= SMALLEST]
        x, y = plane(country["lon"], country["lat"])
        size = round(math.sqrt(max(map(area, rings), default=0)))
        drawn.append({"code": code, "path": path(rings), "x": x, "y": y, "size": size})
    world = {"width": WIDTH, "height": HEIGHT, "shapes": drawn}
    text = json.dumps(world, separators=(",", ":"), ensure_ascii=False)
    (HERE / "world.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
