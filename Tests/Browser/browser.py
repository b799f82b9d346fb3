"""What the programs of this folder share: a site behind an address of this machine, and a browser without a window."""
import functools, http.server, threading

from selenium import webdriver


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def serve(folder):
    """Serves a folder; returns the server and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def chrome(*arguments, **capabilities):
    """A browser, with arguments and capabilities beside those that it needs."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", *arguments):
        options.add_argument(argument)
    for name, value in capabilities.items():
        options.set_capability(name, value)
    return webdriver.Chrome(options=options)
