"""Tasks of readers, done in a real browser: find an authority by typing, narrow the list (and the same without scripts),
go from a badge to the line it was read from, find what is due in a month, copy citations, follow the contents down a
report, read any kind of page on any width. Keyboard only where it can be."""
import csv, datetime, pathlib, re, sys, unittest

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from browser import chrome, serve

SITE = pathlib.Path(sys.argv[1])


class Tasks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server, cls.base = serve(SITE)
        cls.browser = chrome("--window-size=1280,1000", **{"goog:loggingPrefs": {"browser": "ALL"}})
        cls.browser.execute_cdp_cmd(
            "Browser.grantPermissions",
            {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": cls.base.rstrip("/")})
        cls.wait = WebDriverWait(cls.browser, 30)

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()
        cls.server.shutdown()

    def tearDown(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        self.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        problems = [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]
        self.assertEqual(problems, [], "the console is silent; a breach of the page's policy would be told there")

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

    def latest_grades(self):
        """The graded judgements of the latest report of each authority, and the regions of authorities."""
        authorities = self.rows("authorities.csv")
        latest = {row["latest_report_id"] for row in authorities}
        graded = [row for row in self.rows("judgements.csv") if row["report_id"] in latest and row["grade"]]
        return graded, {row["authority_slug"]: row["region"] for row in authorities}

    def page_of_each_kind(self):
        """The longest page of each kind, by where it lies."""
        longest = {}
        for file in sorted(SITE.rglob("*.html")):
            parts = file.relative_to(SITE).parts
            marks = [next((mark for mark in ("region-", "due-", "year-") if part.startswith(mark)), "") for part in parts]
            kind = (parts[0], len(parts), parts[-1], *marks)
            if kind not in longest or longest[kind].stat().st_size < file.stat().st_size:
                longest[kind] = file
        return [str(file.relative_to(SITE)) for file in longest.values()]

    def test_find_an_authority_by_typing(self):
        if len(self.rows("authorities.csv")) < 2:
            self.skipTest("of one authority there is nothing to find")
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

    def test_a_name_that_is_not_here_leads_on(self):
        self.open("method/")
        for words, address in (("b70 9lb", "https://www.gov.uk/find-local-council"), ("qqq", "/index.html#authorities")):
            self.find("#find").clear()
            self.find("#find").send_keys(words)
            self.wait.until(
                lambda browser: (self.find("#found li").get_attribute("data-address") or "").endswith(address))

    def test_narrow_to_a_grade_in_a_region(self):
        rows = [row for row in self.rows("judgements.csv") if row["is_current"] == "true" and row["grade"]]
        shared = [name for name in sorted({row["service"] for row in rows}) if (SITE / f"services/{name}/index.html").exists()]
        if not shared:
            self.skipTest("of one authority there is nothing to narrow")
        regions = self.latest_grades()[1]
        graded = [row for row in rows if row["service"] == shared[0]]
        lowest = [row for row in graded if row["grade"] == "inadequate"] or graded
        one = lowest[0]
        wanted = {
            row["authority_name"] for row in graded
            if (row["judgement_id"], row["grade"]) == (one["judgement_id"], one["grade"])
            and regions[row["authority_slug"]] == regions[one["authority_slug"]]}
        self.open(f"services/{shared[0]}/")
        button = self.find("[data-narrow] button")
        button.send_keys(Keys.ENTER)
        Select(self.find("#filter-grade")).select_by_visible_text(one["grade_label"])
        # What leaves no choice is not asked.
        for judgement in self.all("#filter-judgement"):
            Select(judgement).select_by_value(one["judgement_id"])
        Select(self.find("#filter-region")).select_by_visible_text(regions[one["authority_slug"]])
        shown = {row.get_attribute("data-name") for row in self.all("table.authorities tbody tr") if row.is_displayed()}
        self.assertEqual(shown, wanted)
        self.browser.refresh()
        self.find("#filter-region")
        again = {row.get_attribute("data-name") for row in self.all("table.authorities tbody tr") if row.is_displayed()}
        self.assertEqual(again, wanted, "the address keeps what was chosen")
        tiles = self.all(".tiles a")
        faint = [tile for tile in tiles if "out" in tile.get_attribute("class")]
        self.assertEqual(len(tiles) - len(faint), len(wanted), "the map shows the same")

    def test_narrow_to_a_set_and_to_several_names(self):
        places = [place for place in [*sorted(SITE.glob("services/*/index.html")), *sorted(SITE.glob("compare/*/index.html"))]
                  if "data-narrow" in place.read_text()]
        if not places:
            self.skipTest("of one authority there is nothing to narrow")
        for place in places:
            self.open(place.relative_to(SITE).as_posix())
            self.find("[data-narrow] button").send_keys(Keys.ENTER)
            self.find("#filter-name")
            rows = {row.get_attribute("data-name") for row in self.all("table.authorities tbody tr")}
            names = {name: slug for name, slug, *_ in self.browser.execute_script("return sitegenIndex.authorities")}
            shown = lambda: {row.get_attribute("data-name") for row in self.all("table.authorities tbody tr")
                             if row.is_displayed()}
            wanted = sorted(rows)[:2]
            self.find("#filter-name").send_keys(", ".join(wanted))
            self.assertLessEqual(set(wanted), shown())
            self.find("#filter-name").clear()
            for title, *members in self.browser.execute_script("return sitegenIndex.sets")[:2]:
                Select(self.find("#filter-set")).select_by_visible_text(title)
                self.assertEqual(shown(), {name for name in rows if names[name] in members})

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

    def test_each_card_fits_its_frame(self):
        for card in (SITE / "embed").glob("*.html"):
            slug = card.stem
            page = SITE / "authorities" / slug / "index.html"
            frame = re.search(r"embed/[^ ]* .*?width=&quot;(\d+)&quot; height=&quot;(\d+)&quot;", page.read_text()) if page.exists() else None
            if not frame:
                continue
            width, height = map(int, frame.groups())
            self.browser.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width - 4, "height": 100, "deviceScaleFactor": 1, "mobile": False})
            self.open(f"embed/{slug}.html")
            self.assertLessEqual(self.browser.execute_script("return document.documentElement.scrollHeight"), height - 4, slug)

    def test_search_leads_to_a_paragraph(self):
        if not (SITE / "pagefind" / "pagefind-entry.json").exists():
            self.skipTest("the site was built without Pagefind")
        self.open(self.report_page())
        paragraph = self.all(".paragraph[id^=p]")[-1]
        anchor, words = paragraph.get_attribute("id"), paragraph.text.split()[2:8]
        self.open("search/index.html")
        self.find("input[type=search]").send_keys('"' + " ".join(word.strip(".,;:") for word in words) + '"')
        link = self.wait.until(lambda browser: browser.find_element(By.CSS_SELECTOR, f".hits a[href$='#{anchor}']"))
        link.send_keys(Keys.ENTER)
        self.wait.until(lambda browser: browser.current_url.endswith("#" + anchor))
        self.assertEqual(self.find(f"#{anchor}").text.split()[2:8], words)

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

    def test_sort_by_months_and_save_what_is_shown(self):
        place = next((place for place in sorted(SITE.glob("services/*/index.html")) if "data-since" in place.read_text()), None)
        if not place:
            self.skipTest("of one authority there is nothing to sort")
        today = datetime.date.today()

        def months(day):
            return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)

        since = {row["authority_name"]: months(datetime.date.fromisoformat(row["since"]))
                 for row in csv.DictReader((place.parent / "now.csv").open(encoding="utf-8-sig", newline=""))}
        self.open(place.relative_to(SITE).as_posix())
        self.find("table[data-save] thead button")
        head = next(button for button in self.all("table[data-save] thead button") if button.text == "Months")
        head.send_keys(Keys.ENTER)
        self.browser.execute_script(
            "URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return '#'; };")
        next(button for button in self.all("button") if button.text == "Save what is shown as a file").send_keys(Keys.ENTER)
        saved = self.wait.until(lambda browser: browser.execute_script("return window.saved"))
        rows = list(csv.DictReader(saved.lstrip("\ufeff").splitlines()))
        self.assertEqual({row["Authority"]: int(row["Months"]) for row in rows if row["Months"]}, since)
        shown = [int(row["Months"]) for row in rows if row["Months"]]
        self.assertEqual(shown, sorted(shown, reverse=True), "the earliest day first")

    def test_narrow_the_points_and_save_them(self):
        points = self.rows("recommendations.csv")
        if not points:
            self.skipTest("no report here asks for anything")
        themes = [theme for row in points for theme in row["themes"].split("; ") if theme]
        theme = max(sorted(set(themes)), key=themes.count) if themes else None
        today = datetime.date.today()
        day = f"{today.year - 10}{today.isoformat()[4:]}"
        wanted = [
            row for row in points if (row["inspection_start"] or row["published"]) >= day
            and (not theme or theme in row["themes"].split("; "))]
        self.open("recommendations/index.html")
        self.find("[data-points] button").send_keys(Keys.ENTER)
        self.find("[data-points] select")
        fields = {label.text.split("\n")[0].strip(): label for label in self.all("[data-points] label")}
        if theme:
            Select(fields["Theme"].find_element(By.TAG_NAME, "select")).select_by_visible_text(theme)
        Select(fields["Inspected within"].find_element(By.TAG_NAME, "select")).select_by_visible_text("10 years")
        said = f"{len(wanted)} point"
        self.wait.until(lambda browser: self.find("[data-points] [role=status]").text.startswith(said))
        self.assertEqual(len(self.all("[data-points] .point")), min(len(wanted), 200))
        self.browser.refresh()
        self.wait.until(lambda browser: self.find("[data-points] [role=status]").text.startswith(said))
        self.browser.execute_script(
            "URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return '#'; };")
        self.find("[data-points] .filter ~ button").send_keys(Keys.ENTER)
        saved = self.wait.until(lambda browser: browser.execute_script("return window.saved"))
        rows = list(csv.DictReader(saved.lstrip("\ufeff").splitlines()))
        self.assertEqual({row["recommendation_id"] for row in rows}, {row["recommendation_id"] for row in wanted})

    def test_all_points_of_a_theme_without_scripts(self):
        points = self.rows("recommendations.csv")
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open("recommendations/index.html")
        for link in [link.get_attribute("href") for link in self.all("[aria-labelledby=themes] a")]:
            self.browser.get(link)
            title = self.find("h1").text.split(", page")[0]
            table = self.find('main a[href$="recommendations.csv"]').get_attribute("href")
            path = SITE / table[len(self.base):]
            with open(path, encoding="utf-8-sig", newline="") as file:
                rows = {row["recommendation_id"] for row in csv.DictReader(file)}
            wanted = {row["recommendation_id"] for row in points if title in row["themes"].split("; ")}
            self.assertEqual(rows, wanted)

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

    def test_copy_the_citation_of_an_authority(self):
        self.open("authorities/" + self.rows("authorities.csv")[0]["authority_slug"] + "/")
        button = self.find(".copy")
        button.send_keys(Keys.ENTER)
        self.wait.until(lambda browser: button.text == "Copied")
        text = self.browser.execute_async_script(
            "var done = arguments[0]; navigator.clipboard.readText().then(done, function (e) { done(String(e)); });")
        self.assertEqual(text, self.find("[data-copy]").text)
        self.assertIn("latest inspection", text)

    def test_contents_follow_the_reader(self):
        self.open(self.report_page())
        links = self.all(".contents ol a")
        self.assertGreater(len(links), 4)
        self.assertEqual(self.all(".contents [aria-current]"), [], "nothing is marked before the first heading")
        for link in (links[0], links[len(links) // 2], links[-2], links[1]):
            anchor = link.get_attribute("href").split("#")[1]
            place = self.browser.execute_script(
                "document.documentElement.style.scrollBehavior = 'auto';"
                "document.getElementById(arguments[0]).scrollIntoView(); return scrollY;", anchor)
            self.wait.until(lambda browser: link.get_attribute("aria-current") == "location")
            self.assertEqual(len(self.all(".contents [aria-current]")), 1)
            self.assertEqual(self.browser.execute_script("return scrollY"), place, "the page stays where it is")
            inside = self.browser.execute_script(
                "var a = arguments[0].getBoundingClientRect(), b = arguments[1].getBoundingClientRect();"
                "return a.top >= b.top && a.bottom <= b.bottom;", link, self.find(".contents"))
            self.assertTrue(inside, f"the list shows the mark of {anchor}")

    def test_no_page_scrolls_sideways(self):
        pages = self.page_of_each_kind()
        self.assertGreater(len(pages), 10)
        for page in pages:
            self.open(page)
            for width in (320, 768, 1280):
                with self.subTest(page=page, width=width):
                    self.browser.execute_cdp_cmd(
                        "Emulation.setDeviceMetricsOverride",
                        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
                    # The width beside the scrollbar, as on a desk at 400 % of 1280.
                    widest, room = self.browser.execute_script(
                        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
                    self.assertLessEqual(widest, room)
            with self.subTest(page=page, on="A4"):
                self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
                self.browser.execute_cdp_cmd(
                    "Emulation.setDeviceMetricsOverride",
                    {"width": 735, "height": 1050, "deviceScaleFactor": 1, "mobile": False})
                widest, room = self.browser.execute_script(
                    "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
                self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
                self.assertLessEqual(widest, room)

    def test_the_same_answers_without_scripts(self):
        graded, regions = self.latest_grades()
        in_frameworks = {}
        for row in graded:
            in_frameworks.setdefault(row["framework"], set()).add(row["authority_slug"])
        framework = max(in_frameworks, key=lambda key: (len(in_frameworks[key]), key))
        if len(in_frameworks[framework]) < 2:
            self.skipTest("there is nothing to compare")
        newest = {}
        for row in sorted(self.rows("reports.csv"), key=lambda row: row["inspection_start"]):
            if row["framework"] == framework:
                newest[row["authority_slug"]] = row["report_id"]
        given = [row for row in self.rows("judgements.csv") if row["report_id"] in newest.values() and row["grade"]]
        one = given[0]
        region = regions[one["authority_slug"]]
        grade = one["grade"].replace(" ", "-")
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open()
        self.assertEqual(self.all("[data-narrow] button, #find"), [], "no script has run")
        self.find('.site-header a[href*="compare/"]').click()
        self.find(f'main a[href*="compare/{framework}/{one["judgement_id"]}/{grade}/"]').click()
        with_grade = {link.text for link in self.all(".matrix tbody th a:first-child")}
        self.assertEqual(with_grade, {
            row["authority_name"] for row in given
            if (row["judgement_id"], row["grade"]) == (one["judgement_id"], one["grade"])})
        self.open(f"compare/{framework}/")
        links = [link for link in self.all('main a[href*="/region-"]') if link.text == region]
        if links:
            links[0].click()
            in_region = {link.text for link in self.all(".matrix tbody th a:first-child")}
            self.assertEqual(
                in_region, {row["authority_name"] for row in given if regions[row["authority_slug"]] == region})


if __name__ == "__main__":
    result = unittest.TextTestRunner(verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tasks))
    failed = len({str(case).split(" (")[0] for case, _ in result.failures + result.errors})
    passed = result.testsRun - failed - len(result.skipped)
    skipped = f", {len(result.skipped)} skipped" if result.skipped else ""
    print(f"readers' tasks: {passed} passed, {failed} failed{skipped}")
    sys.exit(not result.wasSuccessful())
