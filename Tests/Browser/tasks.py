"""Five tasks of readers, done in a real browser: find an authority by typing, narrow the list, go from a badge to the
line it was read from, find what is due in a month, copy the citation of a paragraph. Keyboard only where it can be."""
import csv, functools, http.server, pathlib, sys, threading, unittest

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

SITE = pathlib.Path(sys.argv.pop(1))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Tasks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        handler = functools.partial(Quiet, directory=str(SITE))
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.base = f"http://127.0.0.1:{cls.server.server_port}/"
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--window-size=1280,1000"):
            options.add_argument(argument)
        cls.browser = webdriver.Chrome(options=options)
        cls.browser.execute_cdp_cmd(
            "Browser.grantPermissions",
            {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": cls.base.rstrip("/")})
        cls.wait = WebDriverWait(cls.browser, 10)

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()
        cls.server.shutdown()

    def open(self, path=""):
        self.browser.get(self.base + path)

    def find(self, selector):
        return self.wait.until(lambda browser: browser.find_element(By.CSS_SELECTOR, selector))

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def rows(self, name):
        with open(SITE / "data" / name, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def report_page(self):
        """The page of the report with the most paragraphs."""
        report = max(self.rows("reports.csv"), key=lambda row: int(row["paragraphs"]))
        return report["page"]

    def test_find_an_authority_by_typing(self):
        wanted = self.rows("authorities.csv")[0]
        self.open("method/")
        self.browser.switch_to.active_element.send_keys("/")
        field = self.find("#find")
        self.assertEqual(self.browser.switch_to.active_element, field, "the slash puts the cursor into the field")
        field.send_keys(wanted["authority_name"][:5].lower())
        self.find("#found li[data-address]")
        field.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
        self.wait.until(lambda browser: "/authorities/" in browser.current_url)
        self.assertIn("authorities/", self.browser.current_url)
        self.assertTrue(self.find("h1").text.lower().startswith(wanted["authority_name"][:5].lower()))

    def test_narrow_to_a_grade_in_a_region(self):
        regions = {row["authority_slug"]: row["region"] for row in self.rows("authorities.csv")}
        latest = {row["latest_report_id"] for row in self.rows("authorities.csv")}
        graded = [row for row in self.rows("judgements.csv") if row["report_id"] in latest and row["grade"]]
        lowest = [row for row in graded if row["grade"] == "inadequate"] or graded
        one = lowest[0]
        wanted = {
            row["authority_name"] for row in graded
            if (row["judgement_id"], row["grade"]) == (one["judgement_id"], one["grade"])
            and regions[row["authority_slug"]] == regions[one["authority_slug"]]}
        self.open()
        button = self.find("[data-narrow] button")
        button.send_keys(Keys.ENTER)
        Select(self.find("#filter-judgement")).select_by_value(one["judgement_id"])
        grade = self.find("#filter-grade")
        Select(grade).select_by_visible_text(one["grade_label"])
        Select(self.find("#filter-region")).select_by_visible_text(regions[one["authority_slug"]])
        shown = {row.get_attribute("data-name") for row in self.all("table.authorities tbody tr") if row.is_displayed()}
        self.assertEqual(shown, wanted)
        self.browser.refresh()
        self.find("#filter-region")
        again = {row.get_attribute("data-name") for row in self.all("table.authorities tbody tr") if row.is_displayed()}
        self.assertEqual(again, wanted, "the address keeps what was chosen")

    def test_from_a_badge_to_its_lines(self):
        one = next(row for row in self.rows("judgements.csv") if row["status"] == "agreed")
        page = next(row["page"] for row in self.rows("reports.csv") if row["report_id"] == one["report_id"])
        self.open(page)
        summary = self.find("table.judgements details.evidence summary")
        summary.send_keys(Keys.ENTER)
        badge = self.find("table.judgements tbody tr .badge").text.split("\n")[0].lower()
        link = self.find("table.judgements details[open] .statement-place a")
        link.send_keys(Keys.ENTER)
        self.wait.until(lambda browser: "source.html#L" in browser.current_url)
        line = self.find("#" + self.browser.current_url.split("#")[1])
        self.assertIn(badge.split()[0], line.text.lower())
        self.assertTrue(line.find_elements(By.TAG_NAME, "mark"))

    def test_what_is_due_in_a_month(self):
        due = sorted(row["due"] for row in self.rows("recommendations.csv") if row["due"])
        if not due:
            self.skipTest("no report here prints a timescale")
        month = due[-1][:7]
        count = sum(day.startswith(month) for day in due)
        self.open("recommendations/")
        link = self.find(f'a[href*="due-{month}"]')
        link.send_keys(Keys.ENTER)
        self.wait.until(lambda browser: f"due-{month}" in browser.current_url)
        self.assertEqual(len(self.all(".tracker .point")), count)

    def test_copy_the_citation_of_a_paragraph(self):
        self.open(self.report_page())
        number = self.find(".paragraph:nth-of-type(n+3) .number")
        label = number.get_attribute("aria-label").lower()
        self.browser.execute_script("arguments[0].focus()", number)
        button = self.find(".cite")
        number.send_keys(Keys.TAB)
        steps = 0
        while self.browser.switch_to.active_element != button and steps < 12:
            self.browser.switch_to.active_element.send_keys(Keys.TAB)
            steps += 1
        self.browser.switch_to.active_element.send_keys(Keys.ENTER)
        self.wait.until(lambda browser: button.text == "Copied")
        text = self.browser.execute_async_script(
            "var done = arguments[0]; navigator.clipboard.readText().then(done, function (e) { done(String(e)); });")
        self.assertIn(label, text)
        self.assertIn(self.base, text)
        self.assertRegex(text, r"\d{4}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
