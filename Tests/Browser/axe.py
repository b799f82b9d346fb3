"""Looks at every page of a site with axe, in a browser, the ways people look: wide and narrow, light and dark, with a
system's own colours, magnified to 400 %, and printed; and whether a page scrolls sideways: axe.py SITE [--few]

The last two ways, and with --few all, take only the front page of each folder, and pages with classes that no page before has."""
import importlib.util, pathlib, re, sys

from browser import chrome, serve

SITE = pathlib.Path(sys.argv[1])
AXE = pathlib.Path(importlib.util.find_spec("axe_core_python").origin).with_name("axe.min.js").read_text()
# 320 px is what 400 % leaves of 1280 px; 718 px is A4 within its margins.
WAYS = {
    "1280 px, light": (1280, "screen", {"prefers-color-scheme": "light"}),
    "375 px, dark": (375, "screen", {"prefers-color-scheme": "dark"}),
    "320 px, a system’s own colours": (320, "screen", {"forced-colors": "active"}),
    "print": (718, "print", {}),
}



def few(pages):
    seen, chosen = set(), []
    for page in sorted(pages, key=lambda page: (-(SITE / page).stat().st_size, page)):
        classes = set(" ".join(re.findall(r'class="([^"]*)"', (SITE / page).read_text())).split())
        is_front = page.name == "index.html" and len(page.parts) < 3 or len(page.parts) == 1
        if is_front or not classes <= seen:
            seen |= classes
            chosen.append(page)
    return chosen


_, base = serve(SITE)
browser = chrome()
browser.set_script_timeout(300)
pages, found, looks = sorted(path.relative_to(SITE) for path in SITE.rglob("*.html")), [], 0
chosen = few(pages)
for number, (way, (width, media, features)) in enumerate(WAYS.items()):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": media, "features": [{"name": name, "value": value} for name, value in features.items()]})
    for page in chosen if number > 1 or "--few" in sys.argv else pages:
        looks += 1
        browser.get(f"{base}{page}")
        # What is closed is looked at too; axe takes the ground behind it for white.
        browser.execute_script("document.querySelectorAll('details').forEach(part => part.open = true)")
        over = browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            found.append(f"{page}, {way}: scrolls sideways by {over} px")
        browser.execute_script(AXE)
        result = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        for violation in result["violations"]:
            places = [node["target"] for node in violation["nodes"]][:3]
            found.append(f"{page}, {way}: {violation['id']}: {violation['help']}: {places}")
browser.quit()
print("\n".join(found + [f"axe: {looks} looks at {len(pages)} pages, {len(found)} faults"]))
sys.exit(bool(found))
