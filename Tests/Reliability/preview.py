"""`sitegen serve`: what it gives to a client that asks for more than it should have, and what a browser sees of a change."""
import http.client, os, pathlib, re, shutil, socket, subprocess, tempfile, time, unittest

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from browser import chromium
from support import ROOT, SITEGEN, counts, shipped_content


class Preview(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="sitegen-preview-"))
        cls.content = shipped_content(cls.folder / "content")
        cls.templates = cls.folder / "templates"
        shutil.copytree(ROOT / "Templates", cls.templates)
        cls.site = cls.folder / "site"
        (cls.folder / "secret.txt").write_text("secret")
        # The port that is asked for is taken, so that the next free one must be found.
        cls.taken = socket.socket()
        cls.taken.bind(("127.0.0.1", 0))
        cls.taken.listen()
        cls.asked = cls.taken.getsockname()[1]
        cls.log = open(cls.folder / "log", "w+")
        cls.process = subprocess.Popen(
            [SITEGEN, "serve", "--no-search", "--content", cls.content, "--templates", cls.templates, "--output", cls.site,
             "--cache", cls.folder / "cache", "--port", str(cls.asked)], stdout=cls.log, stderr=subprocess.STDOUT, cwd=ROOT)
        cls.base = cls.until(lambda: re.search(r"http://127\.0\.0\.1:(\d+)/", cls.said()))
        cls.port = int(cls.base[1])
        cls.base = cls.base[0]
        cls.browser = chromium()
        cls.wait = WebDriverWait(cls.browser, 20, poll_frequency=0.05)

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()
        cls.process.terminate()
        cls.process.wait()
        cls.log.close()
        cls.taken.close()
        shutil.rmtree(cls.folder)

    @classmethod
    def said(cls):
        return (cls.folder / "log").read_text()

    @classmethod
    def until(cls, ask, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = ask()
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f"waited in vain; said: {cls.said()[-2000:]}")

    def ask(self, path, method="GET", **headers):
        # Longer than the ten seconds that an idle request may hold a place.
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        client.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            client.putheader(name.replace("_", "-"), value)
        client.endheaders()
        answer = client.getresponse()
        body = answer.read()
        client.close()
        return answer, body

    def raw(self, request):
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as client:
            client.sendall(request)
            client.shutdown(socket.SHUT_WR)
            received = b""
            try:
                while chunk := client.recv(65536):
                    received += chunk
            except OSError:
                pass
            return received

    def test_next_port_and_loopback_only(self):
        self.assertNotEqual(self.port, self.asked)
        self.assertIn(f"port {self.asked} is taken", self.said())
        listening = subprocess.run(["ss", "-ltnH"], capture_output=True, text=True)
        if listening.returncode == 0:
            mine = [line.split()[3] for line in listening.stdout.splitlines() if line.split()[3].endswith(f":{self.port}")]
            self.assertEqual(mine, [f"127.0.0.1:{self.port}"])

    def test_files_and_types(self):
        kinds = {"": "text/html", "assets/site.css": "text/css", "assets/site.js": "text/javascript", "data/judgements.csv": "text/csv",
                 "data/frameworks.json": "application/json", "badges/bexley.svg": "image/svg+xml", "feed.xml": "application/xml",
                 "calendar.ics": "text/calendar", "llms.txt": "text/plain", "data/paragraphs/bexley.ndjson": "application/x-ndjson"}
        for path, kind in kinds.items():
            answer, body = self.ask("/" + path)
            self.assertEqual(answer.status, 200, path)
            self.assertTrue(answer.getheader("Content-Type").startswith(kind), path)
            if not path == "":
                self.assertEqual(body, (self.site / path).read_bytes())
            head, nothing = self.ask("/" + path, "HEAD")
            self.assertEqual((head.status, nothing, head.getheader("Content-Length")), (200, b"", str(len(body))))
            counts["files asked for"] += 1
        answer, body = self.ask("/nothing/here")
        self.assertEqual(answer.status, 404)
        self.assertIn(b"<html", body)
        answer, _ = self.ask("/authorities/bexley")
        self.assertEqual((answer.status, answer.getheader("Location")), (301, "/authorities/bexley/"))

    def test_nothing_outside(self):
        (self.site / "out.txt").symlink_to(self.folder / "secret.txt")
        (self.site / "up").symlink_to(self.folder)
        climbs = ["..", "%2e%2e", "%2E%2e", ".%2e", "%2e.", "%252e%252e", "..%00", "%c0%ae%c0%ae", "..;", "....", "%u002e%u002e"]
        slashes = ["/", "%2f", "%5c", "\\", "//", "%252f"]
        paths = [f"/{climb}{slash}secret.txt" for climb in climbs for slash in slashes]
        paths += [f"/assets{slash}{climb}{slash}{climb}{slash}secret.txt" for climb in climbs for slash in slashes]
        paths += ["/out.txt", "/up/secret.txt", "/up", "/up/", "/%00", "/index.html%00.css", "/.sitegen-manifest", "/.sitegen-lock",
                  f"//{self.folder}/secret.txt", f"/{self.folder}/secret.txt", "/index.html/../../secret.txt"]
        for path in paths:
            received = self.raw(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
            self.assertNotIn(b"secret\n", received + b"\n" if received.endswith(b"secret") else received, path)
            self.assertFalse(received.endswith(b"secret"), path)
            self.assertNotIn(b" 200 ", received.split(b"\r\n", 1)[0], path)
            counts["requests refused"] += 1
        for name in ("out.txt", "up"):
            (self.site / name).unlink()

    def test_no_request_brings_it_down(self):
        for request in [b"\r\n\r\n", b"GET", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00" * 5000, b"GET / HTTP/1.1\r\n" + b"A" * 4_000,
                        b"GET /" + b"a" * 4_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n", b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "GET /é HTTP/1.1\r\nHost: localhost\r\n\r\n".encode("latin-1")]:
            received = self.raw(request)
            self.assertNotIn(b"secret", received)
            counts["requests refused"] += 1
        self.assertEqual(self.ask("/")[0].status, 200)

    def test_what_is_long_or_slow_holds_nobody_up(self):
        start = time.monotonic()
        for request in [b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
                        b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 40_000]:
            self.assertIn(b" 431 ", self.raw(request))
        body = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000\r\n\r\n" + b"a" * 300_000
        self.assertIn(b" 405 ", self.raw(body))
        # Half a request each, and never the rest: more of them than are answered at a time.
        idle = [socket.create_connection(("127.0.0.1", self.port), timeout=30) for _ in range(200)]
        for client in idle:
            client.sendall(b"GET / HTTP/1.1\r\n")
        self.assertEqual(self.until(lambda: self.ask("/")[0].status), 200)
        for client in idle:
            client.close()
        self.assertLess(time.monotonic() - start, 45, "an idle request is given ten seconds")
        counts["requests refused"] += 204

    def test_other_names_and_methods(self):
        for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example"):
            self.assertEqual(self.ask("/", Host=host)[0].status, 403)
            self.assertEqual(self.ask("/.sitegen/events", Host=host)[0].status, 403)
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            self.assertEqual(self.ask("/", method)[0].status, 405)
        counts["requests refused"] += 11

    def marked(self):
        return self.browser.execute_script("return window.mark === true")

    def test_reload(self):
        """A page loads again when its content is saved, in place or by an editor that renames, and stays where it was."""
        page = self.content / "pages" / "about.md"
        before = page.read_text()
        page.write_text(before + "\n\nfiller\n" * 150)
        self.until(lambda: "filler" in (self.site / "about/index.html").read_text())
        self.browser.get(self.base + "about/index.html")
        self.wait.until(lambda browser: browser.execute_script("return document.readyState") == "complete")
        self.browser.execute_script("window.mark = true; scrollTo({top: 1500, behavior: 'instant'})")
        for number, save in enumerate(("in place", "by renaming", "by removing first")):
            text = before + "\n\nfiller\n" * 150 + f"\nsaved {save}\n"
            if save == "in place":
                page.write_text(text)
            else:
                (self.folder / "saved.md").write_text(text)
                if save == "by removing first":
                    page.unlink()
                os.rename(self.folder / "saved.md", page)
            self.wait.until(lambda browser: f"saved {save}" in browser.execute_script("return document.body.innerText"))
            self.assertFalse(self.marked())
            self.wait.until(lambda browser: abs(browser.execute_script("return scrollY") - 1500) < 3)
            self.browser.execute_script("window.mark = true")
            counts["reloads"] += 1
        page.write_text(before)

    def problems(self):
        return self.browser.find_elements(By.ID, "sitegen-problems")

    def test_problems_show_and_go(self):
        """A broken template and a broken report show over the last good page, as text, and go when they are put right."""
        self.browser.get(self.base)
        self.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": "window.executed = 0; window.alert = () => executed++"})
        heading = self.browser.find_element(By.TAG_NAME, "h1").text
        template = self.templates / "page.mustache"
        good = template.read_text()
        settings = self.content / "site.yaml"
        fine = settings.read_text()
        for path, text, bad, words in [
            (template, good, "{{nothing}}<img src=x onerror=alert(1)>" + good, "“nothing” is not known here"),
            (settings, fine, fine + "colour: '<img src=x onerror=alert(1)>'\n", "unknown key “colour”"),
        ]:
            path.write_text(bad)
            self.wait.until(lambda browser: self.problems())
            shown = self.problems()[0].text
            self.assertIn(words, shown)
            self.assertRegex(shown, re.escape(path.name) + r":\d+:\d+")
            self.assertIn(words, self.said())
            self.assertEqual(self.browser.find_element(By.TAG_NAME, "h1").text, heading)
            self.assertEqual(self.browser.execute_script("return document.querySelectorAll('img[src=x]').length"), 0)
            self.browser.get(self.base + "data/index.html")
            self.wait.until(lambda browser: self.problems())
            path.write_text(text)
            self.wait.until(lambda browser: not self.problems())
            self.browser.get(self.base)
            counts["problems shown and gone"] += 1
        self.assertEqual(self.browser.execute_script("return window.executed"), 0)

    def test_more_tabs_than_connections(self):
        """A browser opens six connections to a host: eight tabs all load, and all are told of a problem."""
        first = self.browser.current_window_handle
        self.browser.set_page_load_timeout(30)
        tabs = []
        for _ in range(8):
            self.browser.switch_to.new_window("tab")
            tabs.append(self.browser.current_window_handle)
            self.browser.get(self.base)
            self.assertTrue(self.browser.find_element(By.TAG_NAME, "h1").text)
        settings = self.content / "site.yaml"
        fine = settings.read_text()
        settings.write_text(fine + "colour: red\n")
        for tab in tabs:
            self.browser.switch_to.window(tab)
            self.wait.until(lambda browser: self.problems())
            counts["tabs told"] += 1
        settings.write_text(fine)
        for tab in tabs:
            self.browser.switch_to.window(tab)
            self.wait.until(lambda browser: not self.problems())
            self.browser.close()
        self.browser.switch_to.window(first)

    def test_new_report(self):
        report = self.content / "reports" / "new" / "report.txt"
        report.parent.mkdir()
        time.sleep(0.3)
        shutil.copy(self.content / "reports" / "bexley-2023-02-06.txt", self.folder / "copy.txt")
        text = (self.folder / "copy.txt").read_text().replace("2023", "2019")
        report.write_text(text)
        self.until(lambda: list((self.site / "authorities" / "bexley").glob("2019-*")))
        shutil.rmtree(report.parent)
        self.until(lambda: not list((self.site / "authorities" / "bexley").glob("2019-*")))
        counts["reports added and removed"] += 1
