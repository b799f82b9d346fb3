"""Content that means harm: what it says must show as text, and what it is must not hurt."""
import pathlib, resource, shutil, subprocess, tempfile, time, unittest, os

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from browser import FOUND, WATCH, chromium, serve
from support import ROOT, build, command, counts, digests, shipped_content

PAYLOADS = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>", "</title><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "[x](javascript:alert(1))", "<a href=\"javascript:alert(1)\">x</a>",
    "]]><script>alert(1)</script>", "--><script>alert(1)</script>", "</script><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;img src=x onerror=alert(1)&#62;", "{{{body}}}{{#x}}", "${alert(1)}", "=cmd|'/C calc'!A0",
    "\u202egnp.exe\u202c\u2066x\u2069", "zero\u200bwidth\u200d\ufeff", "\x1b[31mred\x07\x08", "%3Cscript%3Ealert(1)%3C/script%3E",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<base href=//evil.example>", "javascript:alert(1)//",
]


def report(council, payload, day="7 February 2022 to 18 February 2022", words=""):
    """A report in its real layout, with a payload wherever text can stand."""
    return f"""Inspection of {council} local
authority children’s services

Inspection dates: {day}
Lead inspector: Jo {payload} Bloggs, Her Majesty’s Inspector

Judgement

Grade

The impact of leaders on social work
practice with children and families

Requires improvement to be good

The experiences and progress of
children who need help and protection

Requires improvement to be good

The experiences and progress of
children in care and care leavers

Good

Overall effectiveness

Requires improvement to be good

Services have moved on since the last visit. {payload} Leaders know what is left to do.

What needs to improve?

◼ How quickly meetings are held {payload} and how evenly thresholds are applied.
◼ {payload}

The experiences and progress of children who need help and
protection: requires improvement to be good

1. Social workers see children {payload} often and listen to what they say about their lives.

{payload}

2. {payload} Plans are written with families. {words}
"""


class HostileFiles(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sitegen-hostile-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.content = shipped_content(self.folder / "content")
        self.site = self.folder / "site"

    def assert_refused(self, words, *more):
        done = build(self.content, self.site, *more, expect=1)
        self.assertRegex(done.stderr, words)
        self.assertEqual(digests(self.site) if self.site.exists() else {}, {})
        counts["hostile files refused"] += 1
        return done

    def test_names_that_are_no_names(self):
        """A name that no register knows is an error and gets no page; nothing is written outside the site."""
        names = ["../../x", "..", "/etc/passwd", "CON", "nul", "a" * 300, "Ab C", "Ab-C!", "Ab  c", "🙂🙂", ".sitegen-lock",
                 "<script>alert(1)</script>", "%2e%2e%2f", "x\\..\\y", "ǅ", "-", "_"]
        for path in (self.content / "reports").iterdir():
            path.unlink()
        for number, name in enumerate(names):
            text = report(name, "text", f"{number + 1} February 2022 to {number + 2} February 2022")
            (self.content / "reports" / f"{number}.txt").write_text(text)
        done = build(self.content, self.site, expect=1)
        self.assertEqual(done.stderr.count("error: "), len(names), done.stderr)
        build(self.content, self.site, "--keep-going", expect=None)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"content", "site"})
        authorities = self.site / "authorities"
        self.assertEqual([path for path in authorities.iterdir() if path.is_dir()] if authorities.exists() else [], [])
        counts["hostile names"] += len(names)

    def test_file_names(self):
        names = ["\"><img src=x onerror=alert(1)>.txt", "a\nb.txt", "\u202etxt.txt", "-rf.txt", "'; rm -rf x.txt", "<b>.txt", "&amp;.txt", "#x?y=z.txt"]
        reports = self.content / "reports"
        for path in reports.iterdir():
            path.unlink()
        for number, name in enumerate(names):
            (reports / name).write_text(report("Gloucestershire", "text", f"{number + 1} March 2022 to {number + 9} March 2022"))
        build(self.content, self.site)
        for path in self.site.rglob("*.html"):
            text = path.read_text()
            self.assertNotIn("<img src=x", text)
            self.assertNotIn("<b>.txt", text)
            self.assertNotIn("\u202e", text)
        counts["hostile file names"] += len(names)

    def test_alias_bomb(self):
        text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for letter, former in zip("bcdefghij", "abcdefghi"):
            text += f"{letter}: &{letter} [{', '.join(['*' + former] * 9)}]\n"
        (self.content / "site.yaml").write_text(text)
        self.assert_refused(r"site\.yaml:1:4: error: anchors and aliases")

    def test_deep_nesting(self):
        (self.content / "themes.yaml").write_text("themes: " + "[" * 100_000)
        self.assert_refused(r"themes\.yaml:.*error")
        shutil.copy(ROOT / "Content" / "themes.yaml", self.content)
        shutil.rmtree(self.site, ignore_errors=True)
        for opening in ("> " * 5_000, "- " * 5_000, "[" * 50_000, "*" * 50_000, "`" * 50_000, "<a" * 50_000):
            (self.content / "pages" / "deep.md").write_text(f"# Deep\n\n{opening}x\n")
            build(self.content, self.site, timeout=60)
            counts["deep pages"] += 1
        for text in ("(" * 200_000, "1. " * 60_000, "\f" * 100_000, "◼ " * 100_000, "a" * 1_000_000):
            (self.content / "reports" / "deep.txt").write_text(report("Bexley", "text", words=text))
            build(self.content, self.site, timeout=60, expect=None)
            counts["deep reports"] += 1

    def test_links_in_circles(self):
        reports = self.content / "reports"
        (reports / "up").symlink_to(".")
        (reports / "down").symlink_to("up")
        build(self.content, self.site, timeout=60)
        before = digests(self.site)
        for name, target in ("self", "self"), ("a", "b"):
            (reports / name).symlink_to(target)
            (reports / target).is_symlink() or (reports / target).symlink_to(name)
            done = build(self.content, self.site, timeout=60, expect=3)
            self.assertIn(f"reports/{name}: it is a link to nothing", done.stderr)
            self.assertEqual(digests(self.site), before)
            (reports / name).unlink()
            (reports / target).unlink(missing_ok=True)
        counts["links in circles"] += 4

    def test_a_gigabyte(self):
        big = self.content / "reports" / "big.txt"
        with open(big, "wb") as file:
            file.write(report("Bexley", "text").encode())
            file.truncate(1 << 30)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assert_refused(r"big\.txt: error: the file has 1024 MB, and more than 64 MB is not read; .*--max-input")
        self.assertLess(max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss), 400 << 10, "kB")

    def test_formulas(self):
        (self.content / "reports" / "formula.txt").write_text(report("Bexley", "=HYPERLINK(\"//evil.example\")", "1 May 2021 to 2 May 2021"))
        build(self.content, self.site)
        for path in (self.site / "data").glob("*.csv"):
            import csv
            with open(path, encoding="utf-8-sig", newline="") as file:
                for row in csv.reader(file):
                    for field in row:
                        self.assertNotIn(field[:1], tuple("=+@\t\r"), path.name)
                        counts["fields of tables"] += 1


class HostilePages(unittest.TestCase):
    """Pages made of payloads, in a browser: with the page's policy, and with the policy switched off, so that nothing but
    the escaping stands between a payload and its running."""

    @classmethod
    def setUpClass(cls):
        cls.browser = chromium()
        cls.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()

    def look(self, site):
        pages = [path for path in sorted(pathlib.Path(site).rglob("*")) if path.suffix in (".html", ".svg", ".xml")]
        self.assertGreater(len(pages), 10)
        server, base = serve(site)
        try:
            for bypass in (False, True):
                self.browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": bypass})
                for page in pages:
                    name = page.relative_to(site).as_posix()
                    self.browser.get(base + name)
                    found, executed, breaches = self.browser.execute_script(FOUND)
                    self.assertEqual((found, executed, breaches), (0, 0, []), f"{name}, policy {'off' if bypass else 'on'}")
                    counts["hostile pages looked at"] += 1
                    counts["scripts of payloads executed"] += executed
        finally:
            server.server_close()
            self.browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})

    def test_counter_counts(self):
        """A page that does run a payload is noticed."""
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "bad.html").write_text("<script>alert(1)</script><img src=x onerror=alert(1)>")
            server, base = serve(folder)
            self.browser.get(base + "bad.html")
            time.sleep(0.3)
            found, executed, _ = self.browser.execute_script(FOUND)
            server.server_close()
        self.assertGreaterEqual(found, 3)
        self.assertGreaterEqual(executed, 1)

    def test_every_field(self):
        """A site in which every text of the model is a payload."""
        self.look(os.environ["SITEGEN_HOSTILE_SITE"])

    def test_every_payload(self):
        """Payloads in reports, settings, pages, the register and the corrections, through the program itself."""
        with tempfile.TemporaryDirectory(prefix="sitegen-payloads-") as folder:
            folder = pathlib.Path(folder)
            content = shipped_content(folder / "content")
            for path in (content / "reports").iterdir():
                path.unlink()
            for number, payload in enumerate(PAYLOADS):
                text = report("Bexley" if number % 2 else f"Nowhere {payload}", payload, f"{number + 1} March 2022 to {number + 2} March 2022")
                (content / "reports" / f"{number}.txt").write_text(text)
            joined = " ".join(PAYLOADS).replace("\x1b", "").replace("\x07", "").replace("\x08", "")
            quoted = "'" + joined.replace("'", "''") + "'"
            settings = (content / "site.yaml").read_text().splitlines(keepends=True)
            settings = [f"{line.split(':')[0]}: {quoted}\n" if line.startswith(("title:", "description:", "publisher:")) else line
                        for line in settings]
            (content / "site.yaml").write_text("".join(settings))
            (content / "pages" / "about.md").write_text(f"# About {joined}\n\n{joined}\n\n" + "\n\n".join(PAYLOADS) + "\n")
            done = build(content, folder / "site", "--keep-going", expect=None)
            self.assertIn(done.returncode, (0, 1), done.stderr[-500:])
            self.assertNotIn("\x1b[31mred", done.stderr)
            self.look(folder / "site")
            counts["payloads"] += len(PAYLOADS)
            self.search(content, folder)

    def search(self, content, folder):
        """The same through the index of the full text and the page that searches it."""
        tools = f"{ROOT}/.build-browser/bin:{os.environ['PATH']}"
        subprocess.run(
            [word for word in command(content, folder / "searched", "--keep-going", "--search") if word != "--no-search"],
            env={**os.environ, "PATH": tools}, cwd=ROOT, capture_output=True)
        server, base = serve(folder / "searched")
        try:
            self.browser.get(base + "search/index.html")
            for words in ("alert", "script onerror", "<img src=x onerror=alert(1)>", "children often and listen"):
                field = self.browser.find_element(By.CSS_SELECTOR, "input[type=search]")
                field.clear()
                field.send_keys(words)
                WebDriverWait(self.browser, 20).until(
                    lambda browser: browser.find_elements(By.CSS_SELECTOR, ".hits li")
                    or "<img" in words and browser.find_element(By.CSS_SELECTOR, "[role=status]").text)
                time.sleep(0.5)
                found, executed, breaches = self.browser.execute_script(FOUND)
                self.assertEqual((found, executed, breaches), (0, 0, []), words)
                counts["hostile searches"] += 1
        finally:
            server.server_close()

    def test_policy_is_strict_and_kept(self):
        """Every page of the shipped site has a policy without inline scripts or styles, and breaks nothing of it."""
        with tempfile.TemporaryDirectory(prefix="sitegen-policy-") as folder:
            site = pathlib.Path(folder) / "site"
            build(ROOT / "Content", site)
            server, base = serve(site)
            try:
                for page in sorted(site.rglob("*.html")):
                    text = page.read_text()
                    policy = text.split('http-equiv="Content-Security-Policy" content="', 1)[1].split('"', 1)[0]
                    self.assertTrue(policy.startswith("default-src 'none'"), page)
                    self.assertNotIn("unsafe-inline", policy)
                    self.assertNotIn("unsafe-eval", policy.replace("wasm-unsafe-eval", ""))
                    self.browser.get(base + page.relative_to(site).as_posix())
                    _, _, breaches = self.browser.execute_script(FOUND)
                    self.assertEqual(breaches, [], page)
                    counts["pages that keep their policy"] += 1
            finally:
                server.server_close()
