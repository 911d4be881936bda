"""The pictures of the page in the manual: `python docs/screens.py` takes them anew from `output/`.

Needs playwright (extra `dev`), Debian's chromium and a Japanese font; so it is run by hand, and the pictures are looked at.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "output" / "mynumber-insurance-card" / "map.html").as_uri()
EVIDENCE = (
    "leak-causes,wrong-certificate,wrong-insurance-record,wrong-account,family-account,"
    "pension-record-seen,wrong-credit-card,namesake-mixed-up,wrong-disability-record"
)
WIDE, TABLET, PHONE = (1280, 800), (768, 1024), (360, 740)
PICTURES = {
    "page": (PAGE, WIDE, "light"),
    "page-why": (f"{PAGE}#select=access-prevented", WIDE, "light"),
    "page-what-if": (f"{PAGE}#select=leaks-happen&off={quote(EVIDENCE)}", WIDE, "light"),
    "page-list": (f"{PAGE}#view=list", TABLET, "light"),
    "page-matrix": (f"{PAGE}#view=matrix", WIDE, "light"),
    "page-dark": (f"{PAGE}#select=leaks-happen", TABLET, "dark"),
    "page-phone": (f"{PAGE}#select=access-prevented", PHONE, "light"),
    "index": ((ROOT / "output" / "index.html").as_uri(), WIDE, "light"),
}


def main() -> None:
    """Take every picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for name, (address, (width, height), scheme) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto(address)
            page.wait_for_timeout(500)
            page.screenshot(path=ROOT / "docs" / "pictures" / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
