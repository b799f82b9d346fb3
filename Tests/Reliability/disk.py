"""Builds that are killed, that find no room or no leave to write, and that meet another one."""
import fcntl, os, pathlib, shutil, signal, statistics, subprocess, tempfile, time, unittest

from support import ROOT, build, command, counts, difference, digests, two_versions


class Base(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="sitegen-reliability-"))
        cls.older, cls.newer = two_versions(cls.folder)
        cls.former, cls.clean = cls.folder / "former", cls.folder / "clean"
        build(cls.older, cls.former)
        build(cls.newer, cls.clean)
        # What a person put there is never touched.
        for site in (cls.former, cls.clean):
            (site / "CNAME").write_text("inspections.example.org\n")
            (site / ".well-known").mkdir()
            (site / ".well-known" / "security.txt").write_text("Contact: mailto:x@example.org\n")
        cls.old, cls.new = digests(cls.former), digests(cls.clean)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def check_whole(self, site, place):
        """Every file is the old one or the new one; what both have is there."""
        now = digests(site)
        for name, digest in now.items():
            self.assertIn(digest, (self.old.get(name), self.new.get(name)), f"{name} is half a file, {place}")
        for name in self.old.keys() & self.new.keys():
            self.assertIn(name, now, f"{name} is gone, {place}")
        return now


class Kills(Base):
    def setUp(self):
        self.site, self.cache = self.folder / "site", self.folder / "cache"
        self.changed = [name for name in self.old.keys() & self.new.keys() if self.old[name] != self.new[name]]

    def measure(self):
        """How long a build over the older site takes, in seconds, and the order in which it puts changed files there."""
        shutil.copytree(self.former, self.site)
        start = time.monotonic()
        build(self.newer, self.site, cache=self.cache)
        length = time.monotonic() - start
        order = sorted(self.changed, key=lambda name: (self.site / name).stat().st_ctime_ns)
        self.clear()
        return length, order

    def clear(self):
        shutil.rmtree(self.site)
        shutil.rmtree(self.cache, ignore_errors=True)

    def kill(self, is_time):
        """Begins a build and kills it once that is so; says whether the build was still going on."""
        process = subprocess.Popen(
            command(self.newer, self.site, cache=self.cache), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
        start = time.monotonic()
        while process.poll() is None and not is_time(time.monotonic() - start):
            pass
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL

    def test_killed_at_any_point(self):
        """Builds are begun until so many were killed: half at times spread over a build, half as a file is put in place."""
        wanted = int(os.environ.get("KILLS", "200"))
        lengths, (order, *_) = zip(*(self.measure() for _ in range(3)))
        length = statistics.median(lengths)
        begun = killed = mixed = 0
        while killed < wanted:
            begun += 1
            self.assertLess(begun, wanted * 4, f"only {killed} builds could be killed")
            # The golden section spreads any number of points evenly, without knowing how many there will be.
            point = begun * 0.6180339887 % 1
            shutil.copytree(self.former, self.site)
            if begun % 2:
                place = f"killed after {length * point:.3f} s"
                was_killed = self.kill(lambda passed: passed >= length * point)
                if not was_killed:
                    length *= 0.95
            else:
                name = order[int(len(order) * point)]
                place = f"killed when {name} was put in place"
                former = (self.site / name).stat().st_ino
                was_killed = self.kill(lambda _: (self.site / name).stat().st_ino != former)
            if was_killed:
                killed += 1
                now = self.check_whole(self.site, place)
                mixed += 0 < sum(now[name] == self.new[name] for name in self.changed) < len(self.changed)
                # The next build, with whatever cache the killed one left, comes to the same site as a clean one.
                build(self.newer, self.site, cache=self.cache)
                self.assertEqual(difference(digests(self.site), self.new), [], place)
                left = [path.name for path in self.site.rglob(".sitegen-*")]
                self.assertFalse([name for name in left if name.startswith((".sitegen-tmp-", ".sitegen-aside"))], place)
            self.clear()
        counts["builds killed"] += killed
        counts["of which while files were being moved"] += mixed
        self.assertGreater(mixed, 0)


class Disk(Base):
    def mounted(self, size, place=None):
        place = place or self.folder / "disk"
        place.mkdir(exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True)
        if done.returncode:
            self.skipTest("no leave to mount a disk")
        self.addCleanup(subprocess.run, ["umount", place], check=True)
        return place

    def test_full(self):
        """At every free size up to what the build needs, it fails with a clear word and the old site stays."""
        size = sum(path.stat().st_size for path in self.former.rglob("*") if path.is_file())
        failures = 0
        for free in (0, 8, 64, 256, 1024, 2048, 3072):
            place = self.mounted(f"{(size >> 10) + 1600 + free}k")
            site = place / "site"
            shutil.copytree(self.former, site)
            filler = place / "filler"
            with open(filler, "wb") as file:
                left = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
                file.write(b"x" * max(0, left - free * 1024))
            done = build(self.newer, site, expect=None)
            self.assertIn(done.returncode, (0, 3))
            if done.returncode == 3:
                failures += 1
                self.assertRegex(done.stderr, r"error: could not .*No space left on device")
                self.check_whole(site, f"with {free} kB free")
            filler.unlink()
            subprocess.run(["mount", "-o", f"remount,size={size * 8}", place], check=True)
            build(self.newer, site)
            self.assertEqual(difference(digests(site), self.new), [])
            subprocess.run(["umount", place], check=True)
            self._cleanups.pop()
        counts["builds on a full disk"] += failures
        self.assertGreaterEqual(failures, 3)

    def test_a_folder_on_another_disk(self):
        """What cannot be moved into its place is found out before anything is."""
        site = self.folder / "spanned"
        shutil.copytree(self.former, site)
        shutil.rmtree(site / "data")
        self.mounted("64m", site / "data")
        shutil.copytree(self.former / "data", site / "data", dirs_exist_ok=True)
        done = build(self.newer, site, expect=3)
        self.assertRegex(done.stderr, r"error: could not .*data.*on another disk")
        self.assertEqual(difference(digests(site), self.old), [])
        counts["builds over two disks"] += 1

    def test_little_memory(self):
        """A limit that a build would crash at is told before it begins."""
        site = self.folder / "poor"
        done = subprocess.run(["bash", "-c", "ulimit -v 350000; exec \"$0\" \"$@\"", *command(self.newer, site)],
                              capture_output=True, text=True, cwd=ROOT, timeout=60)
        self.assertEqual((done.returncode, site.exists()), (3, False))
        self.assertIn("ulimit -v", done.stderr)

    def test_read_only(self):
        place = self.mounted("64m")
        site = place / "site"
        shutil.copytree(self.former, site)
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        done = build(self.newer, site, expect=3)
        self.assertRegex(done.stderr, r"error: could not .*Read-only file system")
        self.assertEqual(difference(digests(site), self.old), [])
        counts["builds on a read-only disk"] += 1

    def test_someone_elses_file(self):
        """A page of the site where a person's file lies is an error, and the file stays."""
        site = self.folder / "collision"
        shutil.copytree(self.former, site)
        ours = sorted(name for name in self.new.keys() - self.old.keys() if name.endswith(".html"))[0]
        (site / ours).parent.mkdir(parents=True, exist_ok=True)
        (site / ours).write_text("mine")
        before = digests(site)
        done = build(self.newer, site, expect=1)
        self.assertIn(ours, done.stderr)
        self.assertIn("was not written by this program", done.stderr)
        self.assertEqual(difference(digests(site), before), [])

    def test_lost_manifest(self):
        """Without the list of what was written nothing is touched, and what to do is said, not once for every file."""
        site = self.folder / "lost"
        shutil.copytree(self.former, site)
        (site / ".sitegen-manifest").unlink()
        done = build(self.newer, site, expect=1)
        self.assertIn(".sitegen-manifest, the list of what earlier builds wrote, is gone", done.stderr)
        self.assertLess(len(done.stderr.splitlines()), 8)
        self.assertEqual(difference(digests(site), self.old), [])

    def test_touches_only_what_changes(self):
        site, cache = self.folder / "touched", self.folder / "touched-cache"
        shutil.copytree(self.former, site)
        before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
        build(self.older, site, cache=cache)
        after = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
        self.assertEqual({path.name for path in after if after[path] != before.get(path)} - {".sitegen-lock"}, set())


class TwoBuilds(Base):
    def test_second_stops_with_a_clear_word(self):
        site = self.folder / "locked"
        shutil.copytree(self.former, site)
        with open(site / ".sitegen-lock", "r+b") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = build(self.newer, site, expect=3)
        self.assertIn("another build is writing to", done.stderr)
        self.assertEqual(difference(digests(site), self.old), [])
        build(self.newer, site)

    def test_at_once(self):
        for number in range(20):
            site = self.folder / f"both-{number}"
            shutil.copytree(self.former, site)
            processes = []
            for content in (self.newer, self.newer):
                processes.append(subprocess.Popen(
                    command(content, site), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT))
                time.sleep(0.004 * number)
            ends = sorted(process.wait() for process in processes)
            self.assertIn(ends, ([0, 0], [0, 3]))
            self.assertEqual(difference(digests(site), self.new), [])
            counts["pairs of builds at once"] += 1
