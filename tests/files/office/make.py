"""Makes the files of this folder out of report.html, each with the producer that its name tells.

Not part of the tests: it needs Python with xlwt, and LibreOffice (`soffice`) where the name says so.
Run in this folder: python3 make.py NAME...   (all of them without a name)
"""

import pathlib
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

HERE = pathlib.Path(__file__).parent


class Page(HTMLParser):
    """Blocks in reading order: a text, or a table as rows of (text, rows, columns)."""

    def __init__(self):
        super().__init__()
        self.blocks, self.table, self.row, self.cell, self.text = [], None, None, None, None

    def handle_starttag(self, tag, attributes):
        spans = dict(attributes)
        if tag == "table":
            self.table = []
        elif tag == "tr":
            self.row = []
        elif tag == "td":
            self.cell = ["", int(spans.get("rowspan", 1)), int(spans.get("colspan", 1))]
        elif tag in ("h1", "h2", "p"):
            self.text = ""

    def handle_data(self, data):
        if self.cell is not None:
            self.cell[0] += data
        elif self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "table":
            self.blocks.append(self.table)
            self.table = None
        elif tag == "tr":
            self.table.append(self.row)
        elif tag == "td":
            self.row.append(tuple(self.cell))
            self.cell = None
        elif tag in ("h1", "h2", "p") and self.cell is None:
            self.blocks.append(self.text)
            self.text = None


def blocks():
    page = Page()
    page.feed((HERE / "report.html").read_text(encoding="utf-8"))
    return page.blocks


def placed(table):
    """The cells of a table as (row, column, rows, columns, text)."""
    taken = set()
    for row, cells in enumerate(table):
        column = 0
        for text, rows, columns in cells:
            while (row, column) in taken:
                column += 1
            for down in range(rows):
                taken.update((row + down, column + right) for right in range(columns))
            yield row, column, rows, columns, text
            column += columns


def value(text):
    """Figures as numbers, all else as text."""
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def xlwt(name, sheet_per_table):
    import xlwt

    book = xlwt.Workbook()
    border = xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin")
    sheet, row, number = None, 0, 0
    for block in blocks():
        if sheet is None or (sheet_per_table and isinstance(block, str) and block.startswith(("二", "三", "四"))):
            number += 1
            sheet, row = book.add_sheet(f"表{number}"), 0
        if isinstance(block, str):
            sheet.write(row, 0, block)
            row += 1
            continue
        for at, column, rows, columns, text in placed(block):
            if rows * columns > 1:
                sheet.write_merge(row + at, row + at + rows - 1, column, column + columns - 1, value(text), border)
            else:
                sheet.write(row + at, column, value(text), border)
        row += len(block)
    book.save(str(HERE / name))


def libreoffice(source, name, options=()):
    """Lets LibreOffice turn a file into one of another kind."""
    kind = name.rsplit(".", 1)[1]
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *options]
        subprocess.run([*command, "--convert-to", kind, "--outdir", folder, str(source)], check=True, stdout=subprocess.DEVNULL)
        (HERE / name).write_bytes((pathlib.Path(folder) / source.name).with_suffix(f".{kind}").read_bytes())


FILES = {
    "xlwt.xls": lambda name: xlwt(name, False),
    "xlwt-three-sheets.xls": lambda name: xlwt(name, True),
    # From xlwt's: LibreOffice would put the three tables of the page onto one set of columns.
    "libreoffice.xls": lambda name: libreoffice(HERE / "xlwt.xls", name),
}

if __name__ == "__main__":
    for wanted in sys.argv[1:] or FILES:
        FILES[wanted](wanted)
