"""The same content gives the same bytes, whatever the day, the folder, the jobs, the language and the time zone."""
import os, pathlib, shutil, subprocess, tempfile, unittest

from support import ROOT, build, command, counts, difference, digests, shipped_content


class Reproducible(unittest.TestCase):
    def test_whatever_is_around_it(self):
        with tempfile.TemporaryDirectory(prefix="sitegen-same-") as folder:
            folder = pathlib.Path(folder)
            content = shipped_content(folder / "content")
            build(content, folder / "first", "--jobs", "1")
            first = digests(folder / "first")

            # A copy in another folder, its files made in another order, on another day.
            other = folder / "elsewhere" / "with a blank" / "content"
            for path in sorted(content.rglob("*"), reverse=True):
                if path.is_file():
                    place = other / path.relative_to(content)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, place)
                    os.utime(place, (1, 1))
            ways = [("--jobs", str(jobs)) for jobs in (2, 3, 8)]
            for number, (way, environment, before) in enumerate([
                (ways[0], {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, []),
                (ways[1], {"TZ": "America/Los_Angeles", "LC_ALL": "C"}, []),
                (ways[2], {"TZ": "UTC", "LC_ALL": "de_DE.UTF-8"}, ["faketime", "2031-02-28 23:59:58"]),
                (ways[0], {"LC_ALL": "en_GB.UTF-8"}, ["faketime", "1999-12-31 12:00:00"]),
            ]):
                site = folder / f"site-{number}"
                subprocess.run(before + command(other, site, *way), env={**os.environ, **environment}, cwd=ROOT, check=True)
                self.assertEqual(difference(digests(site), first), [], f"{environment} {before}")
                counts["builds compared"] += 1
