"""Prints the report of `tests/rendering/report.rs` as PDF, through LibreOffice and Chromium, each with five page breaks.

    cargo test --test pdf_report -- --ignored page_for_printing     # writes target/printed/report.html
    python3 tests/files/pdf/print.py target/printed/report.html tests/files/pdf

The fonts are Droid Sans Fallback (Apache-2.0) and DejaVu for digits; both may be part of documents. Empty lines above the title move
the break from row to row.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

LINES = [0, 3, 7, 12, 17]
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts/truetype/droid</dir><dir>/usr/share/fonts/truetype/dejavu</dir>
<cachedir>/tmp/fonts-for-printing</cachedir></fontconfig>"""
STYLE = """<style>
@page { size: A4; margin: 20mm 18mm }
body { font-family: 'Droid Sans Fallback'; font-size: 10pt }
h1, h2 { font-weight: normal } h1 { font-size: 15pt; text-align: center } h2 { font-size: 12pt }
table { border-collapse: collapse; width: 100% } td { border: 1px solid #000; font-size: 8pt; padding: 2px }
td p { margin: 0 }
</style>"""


def page(source, lines):
    return source.replace("</head>", STYLE + "</head>").replace("<body>", "<body>" + "<p>&nbsp;</p>\n" * lines)


def main():
    source = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    target = pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "fonts.conf").write_text(FONTS, encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(work / "fonts.conf")
        for lines in LINES:
            name = f"libreoffice-{lines}"
            (work / f"{name}.html").write_text(page(source, lines), encoding="utf-8")
            subprocess.run(
                ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_web_pdf_Export",
                 "--outdir", str(target), str(work / f"{name}.html")],
                check=True,
            )
            name = f"chromium-{lines}"
            (work / f"{name}.html").write_text(page(source, lines), encoding="utf-8")
            subprocess.run(
                ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging",
                 f"--print-to-pdf={target / name}.pdf", f"file://{work / name}.html"],
                check=True,
            )


main()
