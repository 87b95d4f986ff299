"""Makes the files of this folder out of report.html, each with the producer that its name tells.

Not part of the tests: it needs Python with xlwt, openpyxl, xlsxwriter, odfpy and python-docx, and LibreOffice (`soffice`), Gnumeric (`ssconvert`) or
Chromium where the name says so. AbiWord was tried and left out: its OpenDocument is no XML, and in its RTF and Word files merged cells
do not fit each other; nor is LibreOffice's Word 2003 in XML here, which adds cells behind merged ones. A second writer of .doc is in `tests/support/word.rs`, of which `tests/same_report.rs` makes the report.
Run in this folder: python3 make.py NAME...   (all of them without a name)
"""

import base64
import pathlib
import quopri
import re
import subprocess
import sys
import tempfile
import zipfile
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


def sheets(sheet_per_table):
    """The blocks of each sheet."""
    sheets = [[]]
    for block in blocks():
        if sheet_per_table and isinstance(block, str) and block.startswith(("二", "三", "四")):
            sheets.append([])
        sheets[-1].append(block)
    return sheets


def openpyxl(name, sheet_per_table):
    import openpyxl
    from openpyxl.styles import Border, Side

    book = openpyxl.Workbook()
    book.remove(book.active)
    border = Border(*[Side("thin")] * 4)
    for number, contents in enumerate(sheets(sheet_per_table), 1):
        sheet, row = book.create_sheet(f"表{number}"), 1
        for block in contents:
            if isinstance(block, str):
                sheet.cell(row, 1, block)
                row += 1
                continue
            for at, column, rows, columns, text in placed(block):
                for down in range(rows):
                    for right in range(columns):
                        sheet.cell(row + at + down, column + 1 + right).border = border
                sheet.cell(row + at, column + 1, value(text))
                if rows * columns > 1:
                    sheet.merge_cells(None, row + at, column + 1, row + at + rows - 1, column + columns)
            row += len(block)
    book.save(HERE / name)


def xlsxwriter(name):
    import xlsxwriter

    book = xlsxwriter.Workbook(HERE / name)
    border = book.add_format({"border": 1})
    sheet, row = book.add_worksheet(), 0
    for block in blocks():
        if isinstance(block, str):
            sheet.write(row, 0, block)
            row += 1
            continue
        for at, column, rows, columns, text in placed(block):
            if rows * columns > 1:
                sheet.merge_range(row + at, column, row + at + rows - 1, column + columns - 1, value(text), border)
            else:
                sheet.write(row + at, column, value(text), border)
        row += len(block)
    book.close()


STRICT = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
]


def strict(source, name):
    """The same file in the strict form: other namespaces, other names of relations."""
    with zipfile.ZipFile(HERE / source) as old, zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = old.read(entry)
            for transitional, other in STRICT:
                content = content.replace(transitional.encode(), other.encode())
            new.writestr(entry, content)


def python_docx(name):
    import docx

    document = docx.Document()
    for block in blocks():
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        cells = list(placed(block))
        width = max(column + columns for _, column, _, columns, _ in cells)
        table = document.add_table(len(block), width)
        for row, column, rows, columns, text in cells:
            cell = table.cell(row, column)
            if rows * columns > 1:
                cell = cell.merge(table.cell(row + rows - 1, column + columns - 1))
            cell.text = text
    document.save(HERE / name)


def odfpy(name, is_text):
    from odf import opendocument, style, table, text

    document = opendocument.OpenDocumentText() if is_text else opendocument.OpenDocumentSpreadsheet()
    body = document.text if is_text else document.spreadsheet
    bordered = style.Style(name="bordered", family="table-cell")
    bordered.addElement(style.TableCellProperties(border="0.5pt solid #000000"))
    document.automaticstyles.addElement(bordered)

    def cell(content, rows, columns):
        figures = {}
        if not is_text:
            is_number = isinstance(value(content), float)
            figures = {"valuetype": "float", "value": content} if is_number else {"valuetype": "string"}
        if rows > 1:
            figures["numberrowsspanned"] = rows
        if columns > 1:
            figures["numbercolumnsspanned"] = columns
        made = table.TableCell(stylename=bordered, **figures)
        made.addElement(text.P(text=content))
        return made

    def filled(target, block):
        cells = {(row, column): rest for row, column, *rest in placed(block)}
        width = max(column + columns for (_, column), (_, columns, _) in cells.items())
        for row in range(len(block)):
            line = table.TableRow()
            for column in range(width):
                rest = cells.get((row, column))
                line.addElement(cell(rest[2], *rest[:2]) if rest else table.CoveredTableCell())
            target.addElement(line)

    sheet = None
    if not is_text:
        sheet = table.Table(name="年报")
        sheet.addElement(table.TableColumn(numbercolumnsrepeated=15))
        body.addElement(sheet)
    for block in blocks():
        if isinstance(block, str):
            if is_text:
                body.addElement(text.P(text=block))
            else:
                line = table.TableRow()
                line.addElement(table.TableCell(valuetype="string"))
                line.lastChild.addElement(text.P(text=block))
                sheet.addElement(line)
        elif is_text:
            made = table.Table()
            made.addElement(table.TableColumn(numbercolumnsrepeated=15))
            filled(made, block)
            body.addElement(made)
        else:
            filled(sheet, block)
    document.save(str(HERE / name))


def libreoffice(source, name, options=(), filter=""):
    """Lets LibreOffice turn a file into one of another kind."""
    kind = name.rsplit(".", 1)[1]
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *options]
        target = f"{kind}:{filter}" if filter else kind
        subprocess.run([*command, "--convert-to", target, "--outdir", folder, str(source)], check=True, stdout=subprocess.DEVNULL)
        (HERE / name).write_bytes((pathlib.Path(folder) / source.name).with_suffix(f".{kind}").read_bytes())


def gnumeric(name, exporter):
    """Lets Gnumeric turn openpyxl's workbook into one of another kind."""
    subprocess.run(["ssconvert", "-T", exporter, str(HERE / "openpyxl.xlsx"), str(HERE / name)], check=True, stderr=subprocess.DEVNULL)


SNAPSHOT = """
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
const { chromium } = createRequire(process.argv[1])('playwright-core');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.goto('file://' + process.argv[2]);
const session = await page.context().newCDPSession(page);
writeFileSync(process.argv[3], (await session.send('Page.captureSnapshot', { format: 'mhtml' })).data);
await browser.close();
"""


def chromium(name):
    """The page as Chromium saves it in one file; needs what tests/page needs."""
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "report.html"
        page.write_bytes((HERE / "report.html").read_bytes())
        beside = HERE.parent.parent / "page" / "snapshot.mjs"
        subprocess.run(["node", "--input-type=module", "-e", SNAPSHOT, "--", str(beside), str(page), str(HERE / name)], check=True)


def mht(name, encoding, transfer):
    """The page as a word processor and a browser save it in one file."""
    page = (HERE / "report.html").read_text(encoding="utf-8").replace('charset="utf-8"', f'charset="{encoding}"')
    page = page.replace("\n", "\r\n").encode(encoding)
    body = base64.encodebytes(page) if transfer == "base64" else quopri.encodestring(page)
    body = body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_NextPart_01"\r\n\r\n'
    part = f'------=_NextPart_01\r\nContent-Location: file:///C:/1/report.htm\r\nContent-Transfer-Encoding: {transfer}\r\nContent-Type: text/html; charset="{encoding}"\r\n\r\n'
    picture = "\r\n------=_NextPart_01\r\nContent-Location: file:///C:/1/a.png\r\nContent-Transfer-Encoding: base64\r\nContent-Type: image/png\r\n\r\niVBORw0KGgo=\r\n------=_NextPart_01--\r\n"
    (HERE / name).write_bytes((head + part).encode() + body + picture.encode())


def spreadsheet_2003(name):
    """The form that Excel 2003 saves as "XML Spreadsheet"."""
    lines = []
    for block in blocks():
        if isinstance(block, str):
            lines.append(f'<Row><Cell><Data ss:Type="String">{block}</Data></Cell></Row>')
            continue
        cells = {}
        for row, column, rows, columns, text in placed(block):
            merge = (f' ss:MergeAcross="{columns - 1}"' if columns > 1 else "") + (f' ss:MergeDown="{rows - 1}"' if rows > 1 else "")
            kind = "Number" if isinstance(value(text), float) else "String"
            cell = f'<Cell ss:Index="{column + 1}"{merge} ss:StyleID="s62"><Data ss:Type="{kind}">{text}</Data></Cell>'
            cells.setdefault(row, []).append(cell)
        lines += [f"<Row>{''.join(cells.get(row, []))}</Row>" for row in range(len(block))]
    style = '<Styles><Style ss:ID="s62"><Borders><Border ss:Position="Bottom" ss:LineStyle="Continuous" ss:Weight="1"/></Borders></Style></Styles>'
    head = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    rows = "\n".join(lines)
    (HERE / name).write_text(f'{head}{style}<Worksheet ss:Name="年报"><Table>{rows}</Table></Worksheet></Workbook>\n', encoding="utf-8")


def word_2003(name):
    """The form that Word 2003 saves as "Word XML document"."""
    def p(text):
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    body = []
    for block in blocks():
        if isinstance(block, str):
            body.append(p(block))
            continue
        cells = list(placed(block))
        rows = []
        for number in range(len(block)):
            row = []
            for first, column, height, width, text in sorted(cells, key=lambda cell: cell[1]):
                if first <= number < first + height:
                    span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
                    merge = "" if height == 1 else '<w:vmerge w:val="restart"/>' if first == number else "<w:vmerge/>"
                    row.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{p(text if first == number else '')}</w:tc>")
            rows.append(f"<w:tr>{''.join(row)}</w:tr>\n")
        body.append(f"<w:tbl>{''.join(rows)}</w:tbl>")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
    (HERE / name).write_text(f"{head}<w:body>{''.join(body)}<w:sectPr/></w:body></w:wordDocument>\n", encoding="utf-8")


def package_2007(source, name):
    """A package as the one XML file that Word saves as "Word XML document" since 2007."""
    parts = []
    with zipfile.ZipFile(HERE / source) as package:
        types = package.read("[Content_Types].xml").decode()
        for entry in package.namelist():
            kind = re.search(f'PartName="/{re.escape(entry)}" ContentType="([^"]*)"', types) or re.search(f'ContentType="([^"]*)" PartName="/{re.escape(entry)}"', types)
            if entry in ("word/settings.xml", "word/fontTable.xml", "word/document.xml") and kind:
                xml = re.sub(r"^<\?xml[^>]*\?>\s*", "", package.read(entry).decode())
                parts.append(f'<pkg:part pkg:name="/{entry}" pkg:contentType="{kind.group(1)}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>')
    head = '<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    (HERE / name).write_text(f"{head}{''.join(parts)}</pkg:package>", encoding="utf-8")


def rtf(name):
    """As the older writers do: bytes of GBK by their numbers, merged cells by flags."""
    def gbk(text):
        return "".join(c if c.isascii() else "".join(f"\\'{byte:02x}" for byte in c.encode("gb18030")) for c in text)

    body = []
    for block in blocks():
        if isinstance(block, str):
            body.append(f"\\pard {gbk(block)}\\par\n")
            continue
        cells = list(placed(block))
        for number in range(len(block)):
            edges, texts = [], []
            for first, column, height, width, text in sorted(cells, key=lambda cell: cell[1]):
                if first <= number < first + height:
                    down = "" if height == 1 else "\\clvmgf" if first == number else "\\clvmrg"
                    for part in range(width):
                        right = "" if width == 1 else "\\clmgf" if part == 0 else "\\clmrg"
                        edges.append(f"{down}{right}\\cellx{(column + part + 1) * 900}")
                        texts.append(f"\\pard\\intbl {gbk(text) if first == number and part == 0 else ''}\\cell\n")
            body.append(f"\\trowd\\trleft0{''.join(edges)}\n{''.join(texts)}\\row\n")
    (HERE / name).write_text("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\n" + "".join(body) + "}", encoding="ascii")


WRITER = ("--infilter=HTML (StarWriter)",)

FILES = {
    "libreoffice.doc": lambda name: libreoffice(HERE / "report.html", name, ["--infilter=HTML (StarWriter)"]),
    "xlwt.xls": lambda name: xlwt(name, False),
    "xlwt-three-sheets.xls": lambda name: xlwt(name, True),
    # From xlwt's: LibreOffice would put the three tables of the page onto one set of columns.
    "libreoffice.xls": lambda name: libreoffice(HERE / "xlwt.xls", name),
    "openpyxl.xlsx": lambda name: openpyxl(name, False),
    "openpyxl-three-sheets.xlsx": lambda name: openpyxl(name, True),
    "xlsxwriter.xlsx": xlsxwriter,
    "strict.xlsx": lambda name: strict("openpyxl.xlsx", name),
    "libreoffice.xlsx": lambda name: libreoffice(HERE / "openpyxl.xlsx", name),
    "libreoffice.ods": lambda name: libreoffice(HERE / "openpyxl.xlsx", name),
    "libreoffice.fods": lambda name: libreoffice(HERE / "openpyxl.xlsx", name),
    "odfpy.ods": lambda name: odfpy(name, False),
    "odfpy.odt": lambda name: odfpy(name, True),
    "libreoffice.odt": lambda name: libreoffice(HERE / "report.html", name, WRITER),
    "libreoffice.fodt": lambda name: libreoffice(HERE / "libreoffice.odt", name),
    "libreoffice.docx": lambda name: libreoffice(HERE / "libreoffice.odt", name),
    "python-docx.docx": python_docx,
    "strict.docx": lambda name: strict("python-docx.docx", name),
    "libreoffice.rtf": lambda name: libreoffice(HERE / "libreoffice.odt", name),
    "gbk.rtf": rtf,
    "libreoffice.html": lambda name: libreoffice(HERE / "libreoffice.odt", name),
    "libreoffice-excel-2003.xml": lambda name: libreoffice(HERE / "odfpy.ods", name, filter="MS Excel 2003 XML"),
    "gnumeric.xlsx": lambda name: gnumeric(name, "Gnumeric_Excel:xlsx2"),
    "gnumeric.xls": lambda name: gnumeric(name, "Gnumeric_Excel:excel_biff8"),
    # Two workbooks in one file: of Excel 97 and of Excel 95.
    "gnumeric-dsf.xls": lambda name: gnumeric(name, "Gnumeric_Excel:excel_dsf"),
    "gnumeric.ods": lambda name: gnumeric(name, "Gnumeric_OpenCalc:odf"),
    "chromium.mhtml": chromium,
    "word-2003.xml": word_2003,
    "package.xml": lambda name: package_2007("libreoffice.docx", name),
    "excel-2003.xml": spreadsheet_2003,
    "gbk.mht": lambda name: mht(name, "gb2312", "quoted-printable"),
    "utf-8.mhtml": lambda name: mht(name, "utf-8", "base64"),
}

if __name__ == "__main__":
    for wanted in sys.argv[1:] or FILES:
        FILES[wanted](wanted)
