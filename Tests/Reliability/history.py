#!/usr/bin/env python3
"""Random histories of a site: after each step one quiet build must leave what a build into an empty folder leaves.

    history.py [--steps N | --seconds S] [--seed SEED] [--previous SITEGEN] [--verify]

A step edits, renames, removes or touches what a site is made from, spoils what was written or remembered, kills a build,
starts two at once, or saves a file while a build runs. `--previous` is another release's program: some histories then
begin with a folder and a cache that it made. `--verify` proves the cache as well. The seed of a failure is printed.
"""
import argparse, os, pathlib, random, re, shutil, signal, subprocess, sys, tempfile, time, unicodedata

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


class History:
    def __init__(self, program, previous, seed, folder, verify):
        self.program, self.random, self.folder, self.verify = program, random.Random(seed), folder, verify
        self.reports = folder / "Content/reports"
        for name in ("Content", "Templates"):
            shutil.copytree(PACKAGE / name, folder / name)
        for report in sorted(self.reports.glob("*"))[4:]:
            report.unlink()
        self.originals = {path.name: path.read_bytes() for path in self.reports.iterdir()}
        self.arguments = ["--no-search", "--keep-going", "--quiet"]
        if previous and self.random.random() < 0.5:
            self.build(program=previous)

    def command(self, output="Public", cache=".sitegen-cache", program=None):
        return [program or self.program, "build", *self.arguments, "--output", output, "--cache", cache]

    def start(self, **where):
        return subprocess.Popen(self.command(**where), cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def build(self, **where):
        run = subprocess.run(self.command(**where), cwd=self.folder, capture_output=True, timeout=120)
        return run.returncode, sorted(run.stderr.decode().splitlines())

    # What a build leaves

    def tree(self, name):
        root = self.folder / name
        return {
            str(path.relative_to(root)): path.read_bytes()
            for path in root.rglob("*") if path.is_file() and path.name != ".sitegen-lock"
        }

    def check(self):
        """What differs from a clean build; nothing where all is well."""
        quiet = self.build()
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        shutil.rmtree(self.folder / "clean-cache", ignore_errors=True)
        clean = self.build(output="clean", cache="clean-cache")
        one, other = self.tree("Public"), self.tree("clean")
        differing = sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
        if quiet != clean:
            differing.append(f"what was said: {quiet} instead of {clean}")
        if self.verify:
            self.arguments.append("--verify-cache")
            code, said = self.build()
            self.arguments.pop()
            if (code, said) != clean:
                differing.append(f"the cache does not prove right: {said}")
        return differing

    # Steps

    def some(self, paths):
        paths = sorted(paths)
        return self.random.choice(paths) if paths else None

    def report(self):
        return self.some(path for path in self.reports.glob("*") if path.is_file())

    def edit(self, path, *pairs):
        """Replaces a word in one place, whichever, so that it may come to contradict another; now and then in all."""
        old, new = self.random.choice(pairs)
        before = path.read_bytes()
        places = [at.start() for at in re.finditer(re.escape(old.encode()), before)]
        if places and self.random.random() < 0.8:
            place = self.random.choice(places)
            path.write_bytes(before[:place] + new.encode() + before[place + len(old):])
            return f"{path.name}: {old} at {place} is {new}"
        path.write_bytes(before.replace(old.encode(), new.encode()))
        return f"{path.name}: every {old} is {new}"

    def change_words(self):
        report = self.report()
        return report and self.edit(report, ("children", "young people"), ("good", "outstanding"), ("Good", "Inadequate"),
                                    ("2024", "2023"), ("improve", "better"), ("a", "a "))

    def change_statement(self):
        """One of the places that state a grade states another, or none."""
        report = self.report()
        before = report.read_bytes() if report else b""
        found = list(re.finditer(rb"(?i)\b(?:good|outstanding|inadequate|adequate)[ .]*$", before, re.MULTILINE))
        if not found:
            return None
        place, word = self.random.choice(found), self.random.choice([b"good", b"outstanding", b"inadequate", b"fine"])
        report.write_bytes(before[:place.start()] + word + before[place.end():])
        return f"{report.name}: the grade at {place.start()} is {word.decode()}"

    def change_in_place(self):
        """The size and the time stay as they were."""
        report = self.report()
        data = bytearray(report.read_bytes()) if report else b""
        if data:
            times = report.stat()
            place = self.random.randrange(len(data))
            data[place] = ord("x") if data[place] != ord("x") else ord("y")
            with report.open("r+b") as file:
                file.write(data)
            os.utime(report, ns=(times.st_atime_ns, times.st_mtime_ns))
            return f"{report.name}: byte {place} changed, and its time put back"

    def touch(self):
        path = self.some(path for path in (self.folder / "Content").rglob("*") if path.is_file())
        moment = self.random.choice([None, (1e9, 1e9), (4e9, 4e9)])
        os.utime(path, moment)
        return f"{path.name} touched"

    def rename(self):
        report = self.report()
        if report:
            name = self.random.choice(["z-" + report.name, "é" + report.name, unicodedata.normalize("NFD", "é" + report.name)])
            report.rename(self.reports / name)
            return f"{report.name} is called {name}"

    def copy(self):
        report = self.report()
        if report:
            shutil.copy(report, self.reports / f"twin-{report.name}")
            return f"{report.name} twice"

    def remove(self):
        report = self.report()
        if report:
            report.unlink()
            return f"{report.name} removed"

    def restore(self):
        for path in self.reports.glob("*"):
            path.unlink()
        for name, data in self.originals.items():
            (self.reports / name).write_bytes(data)
        return "all reports as they were"

    def add_junk(self):
        name, data = self.random.choice([("letter.txt", b"Dear reader,\n"), ("empty.txt", b""), ("notes.docx", b"PK"), ("bytes.txt", b"\xff\x00")])
        (self.reports / name).write_bytes(data)
        return f"{name} among the reports"

    def settings(self):
        return self.edit(self.folder / "Content/site.yaml", ("title: ", "title: The "), ("title: The ", "title: "))

    def framework(self):
        path = self.some((self.folder / "Content/frameworks").glob("*.yaml"))
        return self.edit(path, ("label: Good", "label: Quite good"), ("label: Quite good", "label: Good"))

    def register(self):
        return self.edit(self.folder / "Content/authorities.csv", ("Brent", "Brentish"), ("Brentish", "Brent"))

    def template(self):
        path = self.some((self.folder / "Templates").rglob("*.mustache"))
        return self.edit(path, ("<p", "<p "), ("<div", "<div "), ("<td", "<td "))

    def asset(self):
        path = self.folder / "Templates/assets/site.css"
        path.write_text(path.read_text() + "\n/* more */\n")
        return "the style sheet is longer"

    def page(self):
        path = self.folder / "Content/pages/more.md"
        if path.exists() and self.random.random() < 0.5:
            path.unlink()
            return "a page removed"
        path.write_text(f"# More {self.random.randrange(9)}\n\n[data](/data/) [a place](/authorities/brent/#facts)\n")
        return "a page written"

    def address(self):
        if "--base-url" in self.arguments:
            self.arguments = self.arguments[:-2]
        else:
            self.arguments += ["--base-url", "https://example.org/reports"]
        return f"arguments: {self.arguments}"

    def spoil(self, folder, what):
        root = self.folder / folder
        path = self.some(path for path in root.rglob("*") if path.is_file() and path.name != ".sitegen-lock")
        if not path:
            return None
        how = self.random.choice(["truncated", "flipped", "flipped, its time put back", "removed", "longer", "touched"])
        times, data = path.stat(), path.read_bytes()
        if path.name == ".sitegen-manifest" and how not in ("touched", "removed"):
            how = "touched"
        if how == "truncated":
            os.truncate(path, len(data) // 2)
        elif how.startswith("flipped") and data:
            place = self.random.randrange(len(data))
            with path.open("r+b") as file:
                file.seek(place)
                file.write(bytes([data[place] ^ 1]))
            if how.endswith("back"):
                os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        elif how == "removed" and path.name != ".sitegen-manifest":
            path.unlink()
        elif how == "longer":
            path.write_bytes(data + b"x")
        else:
            os.utime(path)
        return f"{what} {path.relative_to(root)} {how}"

    def spoil_output(self):
        return self.spoil("Public", "output")

    def spoil_cache(self):
        return self.spoil(".sitegen-cache", "cache")

    def remove_folder(self):
        path = self.random.choice(["Public/data", "Public/authorities", "Public", ".sitegen-cache", ".sitegen-cache/blobs"])
        shutil.rmtree(self.folder / path, ignore_errors=True)
        return f"{path} removed"

    def kill(self):
        what = self.random.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
        changed = self.change_words() if self.random.random() < 0.7 else self.template()
        build, wait = self.start(), self.random.uniform(0, 0.12)
        time.sleep(wait)
        build.send_signal(what)
        build.communicate()
        return f"{changed}; {what.name} after {wait:.3f} s"

    def two_at_once(self):
        changed = self.change_words()
        first = self.start()
        time.sleep(self.random.uniform(0, 0.06))
        second = self.start()
        first.communicate(), second.communicate()
        return f"{changed}; two builds at once: {first.returncode}, {second.returncode}"

    def save_meanwhile(self):
        """A file is saved while a build runs."""
        build = self.start()
        time.sleep(self.random.uniform(0, 0.08))
        saved = self.random.choice([self.change_words, self.settings, self.template, self.framework, self.remove, self.page])()
        build.communicate()
        return f"while a build ran: {saved}"

    def look(self):
        subprocess.run([self.program, "check"], cwd=self.folder, capture_output=True)
        return "a check"

    def step(self):
        steps = [
            self.change_words, self.change_words, self.change_statement, self.change_statement, self.change_in_place, self.touch, self.rename, self.copy, self.remove, self.restore,
            self.add_junk, self.settings, self.framework, self.register, self.template, self.asset, self.page, self.address,
            self.spoil_output, self.spoil_output, self.spoil_cache, self.spoil_cache, self.remove_folder, self.kill, self.kill,
            self.two_at_once, self.save_meanwhile, self.save_meanwhile, self.look,
        ]
        while True:
            done = self.random.choice(steps)()
            if done:
                return done


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", default=str(PACKAGE / ".build/debug/sitegen"))
    options.add_argument("--previous")
    options.add_argument("--steps", type=int)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--verify", action="store_true")
    options = options.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    began, done, seed, failed = time.monotonic(), 0, options.seed, 0
    while (done < options.steps) if options.steps else (time.monotonic() - began < options.seconds):
        with tempfile.TemporaryDirectory(prefix="sitegen-history-") as folder:
            history, told = History(program, options.previous, seed, pathlib.Path(folder), options.verify), []
            for _ in range(20):
                told.append(history.step())
                if history.random.random() < 0.3:
                    time.sleep(0.1)
                    told[-1] += "; at rest"
                done += 1
                if differing := history.check():
                    failed += 1
                    print(f"seed {seed}, step {len(told)}: {differing[:5]}", *told, sep="\n  ", flush=True)
                    break
                if history.random.random() < 0.5:
                    # What was written a moment ago is believed only after a rest.
                    time.sleep(0.1)
        seed += 1
        if seed % 10 == options.seed % 10:
            print(f"{done} steps, {failed} differ", flush=True)
    print(f"history: {done} steps, {failed} differ")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
