"""Encrypts a printed report so that anyone may open it: an owner's password, none to read. Needs pikepdf (qpdf).

usage: python3 encrypt_revisions.py libreoffice-0.pdf
"""

import sys

import pikepdf

for revision, aes in ((2, False), (3, False), (4, False), (4, True), (5, True), (6, True)):
    with pikepdf.open(sys.argv[1]) as pdf:
        name = f"encrypted-{revision}-{'aes' if aes else 'rc4'}.pdf"
        key = pikepdf.Encryption(
            owner="owner", user="", R=revision, aes=aes, metadata=aes
        )
        try:
            pdf.save(
                name,
                encryption=key,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                deterministic_id=False,
                static_id=True,
            )
            print(name)
        except Exception as error:  # noqa: BLE001
            print(name, error)
