"""Everything that is tried, one module a subject; each test counts what it tried, and the counts are printed last."""
import sys, unittest

import support
from disk import Disk, Kills, TwoBuilds
from hostile import HostileFiles, HostilePages
from preview import Preview
from reproducible import Reproducible

if __name__ == "__main__":
    program = unittest.main(verbosity=1, exit=False)
    for name, count in support.counts.items():
        print(f"{name}: {count}")
    result = program.result
    print(f"reliability: {result.testsRun - len(result.failures) - len(result.errors) - len(result.skipped)} passed"
          + (f", {len(result.skipped)} skipped" if result.skipped else ""))
    for test, why in result.skipped:
        print(f"skipped: {test.id()}: {why}")
    sys.exit(not result.wasSuccessful())
