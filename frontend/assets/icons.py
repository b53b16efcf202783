"""Makes the icons of the installed application out of favicon.svg: `python3 icons.py`, with Chromium to draw them.

What a telephone cuts into its own shape (maskable, Apple's) is filled to its edges. The drawing itself stays within the
circle that no shape cuts off, four fifths of the width."""

import re
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SVG = (HERE / "favicon.svg").read_text()
GROUND = re.search(r'fill="(#\w+)"', SVG).group(1)
# Name, side in pixels, filled to the edges.
ICONS = [
    ("icon-192", 192, False),
    ("icon-512", 512, False),
    ("icon-maskable", 512, True),
    ("apple-touch-icon", 180, True),
]

for name, side, filled in ICONS:
    style = f"body {{ margin: 0; background: {GROUND if filled else 'transparent'} }} svg {{ display: block; width: {side}px }}"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "icon.html")
        page.write_text(f"<style>{style}</style>{SVG}")
        chromium = ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", f"--user-data-dir={folder}/profile"]
        drawing = ["--default-background-color=00000000", f"--window-size={side},{side}", f"--screenshot={HERE / name}.png"]
        subprocess.run([*chromium, *drawing, page.as_uri()], check=True, capture_output=True)
