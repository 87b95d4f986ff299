"""Encrypts the report of the page tests so that it opens without a password. Needs pypdf and cryptography."""

import pathlib

import pypdf

HERE = pathlib.Path(__file__).parent
for name, algorithm in [("rc4", "RC4-128"), ("aes", "AES-256")]:
    writer = pypdf.PdfWriter(clone_from=HERE.parent.parent / "page/fixtures/report.pdf")
    writer.encrypt("", "owner", algorithm=algorithm)
    writer.write(HERE / f"empty-password-{name}.pdf")
