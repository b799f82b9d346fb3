"""Checks of the data files by programs that others made: CSV on the Web, Data Package and JSON Schema, digests, what no
file may hold, counts that the pages state, and the examples of the data page, run as a reader would run them."""
import collections, csv, datetime, functools, hashlib, html, http.server, json, pathlib, re, sqlite3, subprocess, sys, tempfile, threading
import unittest, urllib.parse

SITE = pathlib.Path(sys.argv[1])
DATA = SITE / "data"
OVERVIEW = """urn la_code region_code ltla23cd stat_neighbours stat_neighbour_judgement local_authority inspection_link
overall_effectiveness_grade inspection_framework inspector_name inspection_start_date inspection_end_date
publication_date local_link_to_all_inspections impact_of_leaders_grade help_and_protection_grade in_care_grade
care_leavers_grade inspectors_inspections_count""".split()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def paragraph_lines():
    """The lines of every file of paragraphs."""
    return [line for path in sorted((DATA / "paragraphs").glob("*.ndjson")) for line in path.read_text(encoding="utf-8").splitlines()]


def rows(name):
    with open(DATA / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Checks(unittest.TestCase):
    def test_csv_on_the_web(self):
        from csvw import CSVW
        described = CSVW(str(DATA / "csv-metadata.json"), validate=True)
        self.assertTrue(described.is_valid, [str(warning.message) for warning in described.warnings])
        described.tablegroup.check_referential_integrity(strict=True)

    def test_data_package(self):
        from frictionless import Package
        report = Package(str(DATA / "datapackage.json")).validate()
        self.assertTrue(report.valid, report.flatten(["title", "message"])[:5])

    def test_reports_fit_their_schema(self):
        from jsonschema import Draft202012Validator
        schema = json.loads((DATA / "report.schema.json").read_text())
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        reports = list(SITE.glob("authorities/*/*/report.json"))
        self.assertEqual(len(reports), len(rows("reports.csv")))
        for report in reports:
            problems = [error.message for error in validator.iter_errors(json.loads(report.read_text()))]
            self.assertEqual(problems, [], report)

    def test_digests(self):
        lines = (DATA / "SHA256SUMS").read_text().splitlines()
        names = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file()}
        files = {name for name in names if not name.endswith(".xlsx")} - {"SHA256SUMS", "index.html"}
        self.assertEqual({line.split("  ")[1] for line in lines}, files)
        for line in lines:
            digest, name = line.split("  ")
            self.assertEqual(hashlib.sha256((DATA / name).read_bytes()).hexdigest(), digest, name)

    def test_workbooks(self):
        """A workbook has the rows of its table, with days and numbers as such, and its formula example works."""
        from openpyxl import load_workbook
        books = [path for path in SITE.rglob("*.xlsx")]
        self.assertLessEqual({"judgements.xlsx", "recommendations.xlsx", "reports.xlsx", "authorities.xlsx"},
                             {path.name for path in books})
        for path in books:
            sheet = load_workbook(path).active
            head, *cells = sheet.iter_rows(values_only=True)
            with open(path.with_suffix(".csv"), encoding="utf-8-sig", newline="") as file:
                table = list(csv.DictReader(file))
            self.assertEqual(len(cells), len(table), path)
            for row, expected in zip(cells, table):
                for name, value in zip(head, row):
                    if isinstance(value, datetime.datetime):
                        value = value.date().isoformat()
                    self.assertEqual("" if value is None else str(value), re.sub("^'(?=[=+@-])", "", expected[name]), (path, name))
            for name in {"inspection_start", "since"} & set(head):
                self.assertTrue(all(row[head.index(name)] is None or isinstance(row[head.index(name)], datetime.datetime) for row in cells))
        judgements = load_workbook(DATA / "judgements.xlsx").active
        self.assertEqual(judgements["J1"].value, "grade", "the column in the data page's formula")
        self.assertEqual((judgements.title, judgements.freeze_panes), ("judgements", "A2"))

    def test_nothing_that_stands_for_a_gap(self):
        for path in DATA.glob("*.csv"):
            for row in rows(path.name):
                for name, value in row.items():
                    self.assertNotIn(value, ("nan", "NaN", "None", "null", "nil", "1900-01-01"), (path.name, name))
                    self.assertNotRegex(value, r"^[=+@\t\r]|^-(?!$)", (path.name, name))
                    self.assertNotIn(str(pathlib.Path.cwd()), value, (path.name, name))

    def test_counts_on_the_pages(self):
        home = re.sub(r"<[^>]+>", " ", (SITE / "index.html").read_text())
        for name, word in (("reports.csv", "report"), ("authorities.csv", "authorit")):
            self.assertRegex(home, rf"\b{len(rows(name)):,} {word}", name)
        graded = sum(1 for row in rows("judgements.csv") if row["status"] == "agreed")
        method = re.sub(r"<[^>]+>", " ", (SITE / "method/index.html").read_text())
        self.assertRegex(method, rf"\b{graded:,}\b")
        evidence, statements = rows("evidence.csv"), rows("judgements.csv")
        self.assertEqual(len(evidence), sum(int(row["statements"]) for row in statements))
        paragraphs = paragraph_lines()
        open_text = [row for row in rows("reports.csv") if row["licence"] == "ogl-3"]
        self.assertEqual(len(paragraphs), sum(int(row["paragraphs"]) for row in open_text))
        self.assertEqual(len({json.loads(line)["id"] for line in paragraphs}), len(paragraphs))

    def test_one_answer_for_each_service(self):
        """The now table, its page, the front page and the bars of compare count what judgements.csv says is current."""
        current = [row for row in rows("judgements.csv") if row["is_current"] == "true"]
        page = re.sub(r"<[^>]+>", " ", (SITE / "index.html").read_text())
        tables = list(SITE.glob("services/*/now.csv"))
        self.assertTrue(tables)
        for path in tables:
            service = path.parent.name
            own = [row for row in current if row["service"] == service]
            with path.open(encoding="utf-8-sig", newline="") as file:
                now = list(csv.DictReader(file))
            same = ("report_id", "authority_slug", "judgement_id", "grade")
            # How often a grade is stated is left to judgements.csv.
            stated = lambda row: "" if row["status"] in ("agreed", "single") else row["status"]
            told = lambda table: sorted((*(row[name] for name in same), stated(row)) for row in table)
            self.assertEqual(told(now), told(own), service)
            listed = set(re.findall(r"authorities/([^/\"#]+)/index.html", path.with_name("index.html").read_text()))
            self.assertLessEqual({row["authority_slug"] for row in own}, listed, service)
            overall = collections.Counter(row["grade"] for row in own if row["is_overall"] == "true" and row["grade"])
            for grade, count in overall.items():
                self.assertRegex(page, rf"Overall now:[^.]*\b{count} {re.escape(grade)}\b", service)
        counts = collections.Counter(
            (row["framework"], row["judgement_id"], re.sub("[^a-z]+", "-", row["grade"])) for row in current)
        bars = re.findall(r'compare/([^/"]+)/([^/"]+)/([^/"]+)/index.html">[^<]*<span class="bar-count">(\d+)',
                          (SITE / "compare/index.html").read_text())
        self.assertTrue(bars)
        for *bar, count in bars:
            self.assertEqual(counts[tuple(bar)], int(count), bar)

    # The examples

    @classmethod
    def setUpClass(cls):
        handler = functools.partial(Quiet, directory=str(SITE))
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.address = f"http://127.0.0.1:{cls.server.server_port}/data/"
        page = (DATA / "index.html").read_text()
        examples = re.findall(r'<code class="language-(\w+)">(.*?)</code>', page, re.S)
        cls.examples = {name: html.unescape(code) for name, code in examples}
        cls.stated = re.search(r"curl -s (\S+?)SHA256SUMS", cls.examples["sh"]).group(1)

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()

    def example(self, name):
        return self.examples[name].replace(self.stated, self.address)

    def run_program(self, *command, **more):
        return subprocess.run(command, capture_output=True, text=True, check=True, **more).stdout

    def test_example_shell(self):
        counted = self.run_program("bash", "-o", "pipefail", "-c", self.example("sh"))
        self.assertEqual(int(counted), sum("foster carer" in line.lower() for line in paragraph_lines()))

    def test_example_python(self):
        printed = self.run_program(sys.executable, "-c", self.example("python"))
        latest = {row["latest_report_id"] for row in rows("authorities.csv")}
        wanted = [row for row in rows("judgements.csv") if row["report_id"] in latest and row["grade"]]
        self.assertEqual(len(printed.splitlines()), len(wanted))

    def test_example_sqlite(self):
        database = sqlite3.connect(":memory:")
        table = rows("recommendations.csv")
        columns = list(table[0])
        database.execute(f"CREATE TABLE recommendations ({', '.join(columns)})".replace("group", '"group"').replace("order", '"order"'))
        marks = ", ".join("?" * len(columns))
        database.executemany(f"INSERT INTO recommendations VALUES ({marks})", [list(row.values()) for row in table])
        query = self.example("sql").split("\n", 1)[1]
        found = database.execute(query.strip().rstrip(";")).fetchall()
        due = sorted((row["due"] for row in table if row["due"]), reverse=True)[:10]
        self.assertEqual([row[0] for row in found], due)

    def test_example_datasette(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-c", self.example("py")], check=True, cwd=folder)
            query = "SELECT id FROM paragraphs WHERE paragraphs MATCH 'children' ORDER BY id"
            served = self.run_program(
                str(pathlib.Path(sys.executable).parent / "datasette"), "inspections.db", "--get",
                "/inspections.json?" + urllib.parse.urlencode({"sql": query, "_shape": "arrays", "_size": "max"}),
                cwd=folder)
            found = [row[0] for row in json.loads(served)["rows"]]
        words = {line["id"]: line["text"] for line in map(json.loads, paragraph_lines())}
        wanted = sorted(name for name, text in words.items() if re.search(r"(?i)\bchildren\b", text))
        self.assertEqual(found, wanted[:len(found)])
        self.assertGreaterEqual(len(found), min(len(wanted), 1000))

    def test_overview(self):
        """The drop-in file has the columns of the overview, and no grade that judgements.csv doesn't give."""
        table = rows("d2i-compatible.csv")
        with open(DATA / "d2i-compatible.csv", encoding="utf-8-sig") as file:
            self.assertEqual(file.readline().strip(), ",".join(OVERVIEW))
        given = {(row["authority_name"], row["inspection_start"], row["grade"]) for row in rows("judgements.csv")}
        for row in table:
            for name in (name for name in OVERVIEW if name.endswith("_grade")):
                if row[name]:
                    self.assertIn((row["local_authority"], row["inspection_start_date"], row[name]), given)
        self.assertTrue(any(row["impact_of_leaders_grade"] for row in table))

    def test_description_in_the_terms_of_dcat(self):
        page = (DATA / "index.html").read_text()
        graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S).group(1))
        self.assertIn("dcat:Dataset", graph["@type"])
        self.assertEqual(len(graph["dcat:distribution"]), len(list(DATA.glob("*.csv"))))
        for file in graph["distribution"]:
            self.assertEqual((DATA / file["dcat:downloadURL"]["@id"]).stat().st_size, file["dcat:byteSize"])

    def test_examples_as_text(self):
        self.assertEqual(set(self.examples), {"sh", "python", "sql", "py", "r", "excel"})


result = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.loadTestsFromTestCase(Checks))
failed = len(result.failures) + len(result.errors)
print(f"data: {result.testsRun - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
