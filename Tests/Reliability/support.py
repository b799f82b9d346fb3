"""What the tests of reliability share: running the program, and saying what a folder holds."""
import collections, hashlib, os, pathlib, shutil, subprocess, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITEGEN = os.environ["SITEGEN"]

#: What was tried, by name, to be printed at the end.
counts = collections.Counter()


def command(content, output, *more, cache=None):
    """The words that build a site; without a cache nothing of an earlier build is used."""
    return [SITEGEN, "build", "--quiet", "--no-search", "--content", str(content), "--templates", str(ROOT / "Templates"),
            "--output", str(output), "--cache", str(cache or tempfile.mkdtemp(prefix="sitegen-cache-")), *more]


def build(content, output, *more, cache=None, expect=0, **run):
    done = subprocess.run(command(content, output, *more, cache=cache), capture_output=True, text=True, cwd=ROOT, **run)
    if expect is not None and done.returncode != expect:
        raise AssertionError(f"exit {done.returncode}, not {expect}: {done.stderr[-2000:]}")
    return done


def digests(folder, own=False):
    """The digest of every file below a folder, by path; the program's own files only if asked for."""
    files = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and (own or not any(part.startswith(".sitegen-") for part in name.split("/"))):
            files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return files


def difference(left, right):
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def shipped_content(folder):
    """A copy of the content that ships, to be changed."""
    shutil.copytree(ROOT / "Content", folder)
    return pathlib.Path(folder)


def two_versions(folder):
    """Two contents of which nearly every file of the site differs: one with other words, a report less and one more."""
    older, newer = shipped_content(folder / "older"), shipped_content(folder / "newer")
    reports = sorted(path for path in (newer / "reports").rglob("*") if path.is_file())
    for report in reports[:4]:
        (older / "reports" / report.relative_to(newer / "reports")).unlink()
    reports[-1].unlink()
    settings = newer / "site.yaml"
    settings.write_text(settings.read_text().replace("title: ", "title: Another ", 1))
    return older, newer
