"""The queries of src/summary/sql on Apache Spark: a ledger's lines to a jianyi/summary/1 file's counts.

    python tests/bench/summary_spark.py FOLDER TODAY [MASTER]

FOLDER holds ledger.ndjson and due.csv (see summary-inputs), and gets counts.ndjson; needs `pip install pyspark`.
"""

import json
import pathlib
import re
import sys
import time

from pyspark.sql import SparkSession

folder, today = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
master = sys.argv[3] if len(sys.argv) > 3 else "local-cluster[2,1,1024]"
queries = pathlib.Path(__file__).resolve().parents[2] / "src/summary/sql"


def statements(name):
    text = re.sub(r"--.*", "", (queries / name).read_text("utf8")).replace("${TODAY}", today)
    return [statement for statement in text.split(";") if statement.strip()]


spark = SparkSession.builder.master(master).appName("jianyi-summary").config("spark.sql.shuffle.partitions", "8").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
started = time.time()
spark.read.text(str(folder / "ledger.ndjson")).createOrReplaceTempView("lines")
spark.read.csv(str(folder / "due.csv"), header=True, schema="start STRING, between_sessions BOOLEAN, due_on STRING").createOrReplaceTempView("due")
for statement in statements("spark.sql"):
    spark.sql(statement)
    # A view is worked out again wherever it is named; a table is not.
    view = re.search(r"VIEW (\w+)", statement).group(1)
    table = str(folder / "tables" / view)
    spark.table(view).write.mode("overwrite").parquet(table)
    spark.read.parquet(table).createOrReplaceTempView(view)
rows = spark.sql(statements("summary.sql")[0]).collect()
with open(folder / "counts.ndjson", "w", encoding="utf8") as out:
    for row in sorted(rows):
        out.write(json.dumps({"table": row[0], "key": row[1], "part": row[2], "count": row[3]}, ensure_ascii=False) + "\n")
print(f"Spark {spark.version}, {master}: {len(rows)} counts in {time.time() - started:.0f} s")
spark.stop()
