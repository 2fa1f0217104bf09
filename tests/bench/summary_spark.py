"""The queries of src/summary/sql on Apache Spark: a ledger's lines to a jianyi/summary/1 file's counts.

    python tests/bench/summary_spark.py FOLDER TODAY [MASTER [PARTS]]

FOLDER holds ledger*.ndjson and due.csv (see summary-inputs), and gets counts.ndjson; where it holds expected.ndjson too,
every count of a table that the queries reckon is compared with it. PARTS is how many pieces the tables lie in. Needs `pip install pyspark`.
"""

import json
import pathlib
import re
import sys
import time

from pyspark import StorageLevel
from pyspark.sql import SparkSession

folder, today = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
master = sys.argv[3] if len(sys.argv) > 3 else "local-cluster[2,1,1024]"
PARTS = int(sys.argv[4]) if len(sys.argv) > 4 else 16
queries = pathlib.Path(__file__).resolve().parents[2] / "src/summary/sql"

# Spark works a table out again wherever it is named; these are named often and cost much, so they are kept once reckoned.
KEPT = {"handlings", "stated", "one"}
# What only the project's own engine reckons: see tests/sql/summary.test.mjs.
BEYOND_SQL = {"means", "stage"}


def statements(name):
    text = re.sub(r"--.*", "", (queries / name).read_text("utf8")).replace("${TODAY}", today)
    return [statement for statement in text.split(";") if statement.strip()]


def common_tables(query):
    """The common tables of `WITH …`, as (name, columns or None, query), and what stands behind them."""
    tables, at = [], re.match(r"\s*WITH\s+", query).end()
    while True:
        head = re.compile(r"(\w+)\s*(\([^)]*\))?\s*AS\s*\(").match(query, at)
        depth, end = 1, head.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(query[end], 0)
            end += 1
        tables.append((head.group(1), head.group(2), query[head.end() : end - 1]))
        comma = re.compile(r"\s*,\s*").match(query, end)
        if not comma:
            return tables, query[end:]
        at = comma.end()


def kept(view):
    """The view, reckoned and kept beside the workers: as it was partitioned, so that no join moves it again."""
    spark.catalog.cacheTable(view, StorageLevel.DISK_ONLY)
    said(view, spark.table(view).count())


def read(lines):
    """The lines of all ledgers as tables. They are parsed once and lie as Parquet from then on, so that each table reads its fields."""
    spark.read.text(lines).createOrReplaceTempView("lines")
    for statement in statements("spark.sql"):
        spark.sql(statement)
        if re.search(r"VIEW parsed\b", statement):
            parsed = str(folder / "parsed.parquet")
            if not (folder / "parsed.parquet/_SUCCESS").exists():
                spark.table("parsed").write.mode("overwrite").parquet(parsed)
            spark.read.parquet(parsed).createOrReplaceTempView("parsed")
            said("parsed", spark.table("parsed").count())


def said(view, rows):
    print(f"{time.time() - started:.0f} s: {view}, {rows} rows", flush=True)


spark = (
    SparkSession.builder.master(master)
    .appName("jianyi-summary")
    .config("spark.sql.shuffle.partitions", str(PARTS))
    .config("spark.sql.adaptive.coalescePartitions.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.driver.memory", "1g")
    .config("spark.executor.memory", master.rstrip("]").rpartition(",")[2] + "m" if master.startswith("local-cluster") else "1g")
    .config("spark.local.dir", str(folder / "spark"))
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
started = time.time()
dates = "start STRING, between_sessions BOOLEAN, due_on STRING"
spark.read.csv(str(folder / "due.csv"), header=True, schema=dates).createOrReplaceTempView("due")
read(str(folder / "ledger*.ndjson"))
tables, last = common_tables(statements("summary.sql")[0])
for name, columns, query in tables:
    spark.sql(f"SELECT * FROM ({query}) AS {name}{columns or ''}").createOrReplaceTempView(name)
    if name in KEPT:
        kept(name)
rows = spark.sql(last).collect()
seconds = time.time() - started
counts = {(row[0], row[1], row[2]): row[3] for row in rows}
with open(folder / "counts.ndjson", "w", encoding="utf8") as out:
    for (table, key, part), count in sorted(counts.items()):
        out.write(json.dumps({"table": table, "key": key, "part": part, "count": count}, ensure_ascii=False) + "\n")
entries = counts.get(("all", "matching", ""), 0)
print(f"Spark {spark.version}, {master}: {entries} entries, {len(counts)} counts in {seconds:.0f} s")
spark.stop()

if (folder / "expected.ndjson").exists():
    lines = (folder / "expected.ndjson").read_text("utf8").splitlines()[1:]
    expected = {(line["table"], line["key"], line["part"]): line["count"] for line in map(json.loads, lines)}
    rates = {key for table, key, _ in counts if table == "rate"}
    wanted = {key: count for key, count in expected.items() if key[0] not in BEYOND_SQL and (key[0] != "rate" or key[1] in rates)}
    differing = [key for key in wanted.keys() | counts.keys() if wanted.get(key) != counts.get(key)]
    for key in sorted(differing)[:40]:
        print(key, "ours", wanted.get(key), "Spark", counts.get(key))
    print(f"{len(wanted)} counts expected, {len(differing)} differ")
    sys.exit(1 if differing else 0)
