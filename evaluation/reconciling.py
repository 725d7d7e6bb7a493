"""How fast reports are brought together: `python -m evaluation.reconciling DOSSIER [--times N]`; prints one line of JSON.

DOSSIER holds reports that are read. `seconds`: processor time for everything that depends on all reports at once (actors, claims,
positions, conflicts), the fastest of N runs. The other figures tell how many mentions became one claim, so that a faster rule that
merges less is seen.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from time import process_time

from communique import reconcile, record, reference
from communique.model.reconciled import Reconciled


def main() -> None:
    """Measure one dossier."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--times", type=int, default=3, help="runs, of which the fastest counts")
    options = parser.parse_args()
    with record.open_dossier(options.dossier) as kept:
        mentions, reports, codebook = kept.mentions().by_report, kept.reports(), kept.codebook()
    tables = reference.load()
    seconds = []
    for _ in range(options.times):
        before = process_time()
        built = reconcile.reconciled(mentions, reports, tables, codebook=codebook)
        seconds.append(process_time() - before)
    found = {"reports": len(reports), "mentions": sum(len(m) for m in mentions.values()), "seconds": round(min(seconds), 2)}
    print(json.dumps(found | _shared(built)))


def _shared(built: Reconciled) -> dict[str, object]:
    """Give the claims of several mentions, and of several reports, by kind."""
    several = [c for c in built.claims if len(c.mentions) > 1]
    return {
        "claims": len(built.claims),
        "of_several_mentions": dict(sorted(Counter(c.kind for c in several).items())),
        "of_several_reports": dict(sorted(Counter(c.kind for c in several if len(c.reports) > 1).items())),
        "conflicts": dict(sorted(Counter(c.kind.value for c in built.conflicts).items())),
    }


if __name__ == "__main__":
    main()
