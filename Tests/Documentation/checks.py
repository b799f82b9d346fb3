"""Runs the fenced blocks of the documents, each document in a copy of the repository of its own.

`sh` and `python` blocks must succeed. Of a `console` block the lines behind `$ ` are run, and what they print must be
what the block shows; a line with `…` alone stands for any number of lines. A block that needs a server or an account is
marked behind its language: ```sh not-run.
"""
import os, pathlib, re, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_WORDS = 900
# `swift run sitegen` is the program that is built already; what builds and tests is run by .ci/run itself.
SWIFT = """#!/usr/bin/env bash
case "$1" in
  run) shift; [ "${1:-}" != -q ] || shift; shift ;;
  *) exit 0 ;;
esac
[ "${1:-}" = serve ] || exec "$SITEGEN" "$@"
timeout --signal INT 3 "$SITEGEN" "$@" || [ $? -eq 124 ]
"""
BLOCK = re.compile(r"^( *)```(\w+)?([^\n]*)\n(.*?)^\1```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def documents():
    if sys.argv[1:]:
        return [ROOT / name for name in sys.argv[1:]]
    return [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")] + sorted(
        (ROOT / "Documentation").glob("*.md"))


def anchors(text):
    """The names that GitHub gives the headings of a document."""
    headings = re.findall(r"^#+ (.*)$", BLOCK.sub("", text), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def problems_of_text(document, text):
    words = sum(any(character.isalnum() for character in word) for word in text.split())
    if words > MOST_WORDS and document.name != "CHANGELOG.md":
        yield f"{words} words, and {MOST_WORDS} are the most"
    for link in LINK.findall(BLOCK.sub("", text)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        if not target.exists():
            yield f"{link} leads to no file"
        elif anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
            yield f"{link} leads to no heading"


def commands(block):
    """The commands of a console block with the lines that each prints."""
    command, printed = None, []
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, printed
            command, printed = line[2:], []
        else:
            printed.append(line)
    if command:
        yield command, printed


def is_shown(shown, printed):
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, printed) is not None


def run(arguments, folder):
    environment = dict(os.environ, PATH=f"{folder.parent}/bin:{ROOT}/.build-documents/bin:{os.environ['PATH']}")
    return subprocess.run(
        arguments, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)


def problems_of_blocks(document, text, folder):
    for match in BLOCK.finditer(text):
        indent, language, more, block = match.groups()
        block = re.sub(f"^{indent}", "", block, flags=re.M)
        line = text[: match.start()].count("\n") + 1
        if "not-run" in more:
            print(f"  not run: line {line}")
        elif language == "console":
            for command, shown in commands(block):
                done = run(["bash", "-c", command], folder)
                if shown and not is_shown(shown, done.stdout):
                    yield f"line {line}: “{command}” printed something else:\n{done.stdout}"
        elif language in ("sh", "python"):
            program = ["bash", "-eu", "-o", "pipefail", "-c"] if language == "sh" else ["python", "-c"]
            done = run(program + [block], folder)
            if done.returncode != 0:
                yield f"line {line}: exit code {done.returncode}\n{block}{done.stdout}"


def copy(folder):
    """The files of the repository as they are now, those not yet committed too."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
    for name in names.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def main():
    failed = False
    for document in documents():
        print(document.relative_to(ROOT), flush=True)
        text = document.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory(prefix="sitegen-documents-") as temporary:
            folder = pathlib.Path(temporary) / "sitegen"
            folder.mkdir()
            copy(folder)
            shim = pathlib.Path(temporary) / "bin" / "swift"
            shim.parent.mkdir()
            shim.write_text(SWIFT)
            shim.chmod(0o755)
            for problem in [*problems_of_text(document, text), *problems_of_blocks(document, text, folder)]:
                failed = True
                print(f"  {problem}", flush=True)
    sys.exit(1 if failed else 0)


main()
