#!/usr/bin/env python3
"""Writes region.json, the outlines of Nouvelle-Aquitaine on the Carte, out of source/nouvelle-aquitaine.topo.json.

Standard library only; two runs give the same bytes. Departments become one SVG path each, as countries do in world.py; the
limits of inter-municipal bodies become lines, each once. The plane is plain: degrees times a factor, another one for each axis,
so that the pages place any point by themselves (at 45° N both axes have the same scale; it differs by 4 % at the
ends of the region, which nobody sees): `{"width": …, "height": …, "shapes": […], "lines": "m…", "corners": [[west, north], [east, south]]}`.

    python3 frontend/assets/region.py
    python3 frontend/assets/region.py --topology nouvelle-aquitaine.topo.json    # first keeps, of a newer one, what is drawn
"""

import argparse
import csv
import json
import math
from pathlib import Path

from world import HERE, area, arcs, path, straight

SOURCE = HERE / "source/nouvelle-aquitaine.topo.json"
COLLECTIVITIES = HERE.parent.parent / "crates/db/reference/collectivities.csv"
# Corners beyond everything, in degrees; a unit is about 115 m.
WEST, NORTH, EAST, SOUTH = -1.82, 47.2, 2.64, 42.75
WIDTH = 3000
ACROSS = WIDTH / (EAST - WEST)
HEIGHT = round((NORTH - SOUTH) * ACROSS / math.cos(math.radians(45)))
DOWN = HEIGHT / (NORTH - SOUTH)
# Below this area, in units, an island cannot be seen.
SMALLEST = 20


def kept(topology):
    """The departments, the arcs that part inter-municipal bodies within the region, and nothing else."""
    of_communes = set(used(topology["objects"]["communes"]))
    of_departments = set(used(topology["objects"]["departements"]))
    lines = sorted(set(used(topology["objects"]["epci"])) & of_communes - of_departments)
    order = sorted(of_departments) + lines
    place = {old: new for new, old in enumerate(order)}
    departments = topology["objects"]["departements"]

    def moved(index):
        if isinstance(index, list):
            return [moved(one) for one in index]
        return place[index] if index >= 0 else ~place[~index]

    geometries = [{**one, "arcs": moved(one["arcs"])} for one in departments["geometries"]]
    return {
        "type": "Topology",
        "arcs": [topology["arcs"][index] for index in order],
        "transform": topology["transform"],
        "objects": {
            "departements": {**departments, "geometries": geometries},
            "limites-epci": {"type": "MultiLineString", "arcs": [[place[index]] for index in lines]},
        },
    }


def used(layer):
    def flat(value):
        if isinstance(value, list):
            for one in value:
                yield from flat(one)
        else:
            yield value if value >= 0 else ~value

    for geometry in layer["geometries"]:
        yield from flat(geometry["arcs"])


def plane(lon, lat):
    return round((lon - WEST) * ACROSS), round((NORTH - lat) * DOWN)


def flattened(points):
    flat = []
    for lon, lat in points:
        at = plane(lon, lat)
        if not flat or flat[-1] != at:
            flat.append(at)
    return flat


def ring(indices, lines):
    points = []
    for index in indices:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        points.extend(line[1:] if points else line)
    flat = flattened(points)
    return straight(flat[:-1] if flat[0] == flat[-1] else flat)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--topology", type=Path, help="a newer topology: what is drawn of it replaces the source")
    newer = options.parse_args().topology
    if newer:
        SOURCE.write_text(json.dumps(kept(json.loads(newer.read_text())), separators=(",", ":")) + "\n")
    topology = json.loads(SOURCE.read_text())
    with COLLECTIVITIES.open(newline="") as file:
        points = {row["code"]: row for row in csv.DictReader(file) if row["type"] == "departement"}
    lines = list(arcs(topology))
    shapes = []
    for geometry in sorted(topology["objects"]["departements"]["geometries"], key=lambda one: one["properties"]["code"]):
        code = geometry["properties"]["code"]
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring(indices, lines) for part in parts for indices in part]
        rings = [one for one in rings if len(one) > 2 and area(one) >= SMALLEST]
        x, y = plane(float(points[code]["lon"]), float(points[code]["lat"]))
        size = round(math.sqrt(max(map(area, rings))))
        shapes.append({"code": code, "path": path(rings), "x": x, "y": y, "size": size})
    limits = [flattened(lines[index]) for (index,) in topology["objects"]["limites-epci"]["arcs"]]
    region = {
        "width": WIDTH,
        "height": HEIGHT,
        "shapes": shapes,
        "lines": path([one for one in limits if len(one) > 1], closed=False),
        "corners": [[WEST, NORTH], [EAST, SOUTH]],
    }
    (HERE / "region.json").write_text(json.dumps(region, separators=(",", ":"), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
