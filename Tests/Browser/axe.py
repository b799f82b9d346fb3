"""Looks at every page of a site with axe, in a browser, at two widths, light and dark: axe.py SITE"""
import importlib.util, pathlib, sys

from browser import chrome, serve

SITE = pathlib.Path(sys.argv[1])
AXE = pathlib.Path(importlib.util.find_spec("axe_core_python").origin).with_name("axe.min.js").read_text()

_, base = serve(SITE)
browser = chrome()
pages, found = sorted(path.relative_to(SITE) for path in SITE.rglob("*.html")), []
for width, scheme in ((1280, "light"), (375, "dark")):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    for page in pages:
        browser.get(f"{base}{page}")
        browser.execute_script(AXE)
        result = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        for violation in result["violations"]:
            places = [node["target"] for node in violation["nodes"]][:3]
            found.append(f"{page}, {width} px, {scheme}: {violation['id']}: {violation['help']}: {places}")
browser.quit()
print("\n".join(found + [f"axe: {len(pages)} pages twice, {len(found)} violations"]))
sys.exit(bool(found))
