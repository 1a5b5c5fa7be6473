"""Prints the units of an XLIFF 1.2 or TMX file as the Translate Toolkit reads them, one JSON object a line."""

import json
import sys

from translate.storage import tmx, xliff

path = sys.argv[1]
reader = tmx.tmxfile if path.endswith(".tmx") else xliff.xlifffile
for unit in reader.parsefile(path).units:
    print(
        json.dumps(
            {
                "id": unit.getid().split("\x04")[-1],
                "source": str(unit.source),
                "target": None if unit.target is None else str(unit.target),
                "isApproved": getattr(unit, "isapproved", lambda: True)(),
                "notes": unit.getnotes(),
            }
        )
    )
