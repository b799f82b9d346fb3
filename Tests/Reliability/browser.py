"""A real browser, and a plain server for folders."""
import functools, http.server, threading

from selenium import webdriver


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    def server_close(self):
        self.shutdown()
        super().server_close()


def serve(folder):
    handler = functools.partial(Quiet, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def chromium():
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--window-size=1280,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options)


#: Counts, before anything of the page runs, what a payload would do, and every breach of the page's policy.
WATCH = """
window.executed = 0;
window.breaches = [];
for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => { window.executed += 1; };
document.addEventListener('securitypolicyviolation',
  (event) => window.breaches.push(event.violatedDirective + ' ' + event.blockedURI));
"""

#: What of a payload has become markup.
FOUND = """
const inside = (name) => document.querySelectorAll(name).length;
let found = inside('script:not([src]):not([type="application/ld+json"])') + inside('iframe') + inside('object, embed')
  + inside('base[href]') + inside('img[src="x"]') + inside('a[href^="javascript:" i], a[href^="data:" i]');
for (const element of document.querySelectorAll('*'))
  for (const attribute of element.attributes)
    if (/^on/i.test(attribute.name)) found += 1;
return [found, window.executed || 0, window.breaches || []];
"""
