-- The entries of a ledger, a line each, as views. For Apache Spark; duckdb.sql does the same for DuckDB.
-- `lines` (one column, the line) and `due` (start, between_sessions, due_on) are made by whoever runs this.
CREATE OR REPLACE TEMPORARY VIEW parsed AS
SELECT monotonically_increasing_id() AS entry, from_json(value, 'kind STRING, topic STRING, delegation STRING,
  session STRUCT<congress: INT, number: INT>, year INT, submittedOn STRING, sitting STRING, form STRING, key STRUCT<progress: STRING>,
  livelihood BOOLEAN, leadSubmitter STRUCT<`group`: STRING>, withdrawn STRUCT<`on`: STRING>,
  disclosure STRUCT<attribute: STRING, published: BOOLEAN, publishedOn: STRING>,
  rounds ARRAY<STRUCT<assignedOn: STRING, dueOn: STRING, extension: STRUCT<until: STRING, approvedOn: STRING, approvedBy: STRING>,
    assignments: ARRAY<STRUCT<body: STRING, role: STRING, assignedOn: STRING, receivedOn: STRING, dueOn: STRING, returned: STRUCT<accepted: BOOLEAN, `on`: STRING>,
      opinion: STRUCT<dueOn: STRING, givenOn: STRING, given: BOOLEAN, inTime: BOOLEAN, outcome: STRUCT<mark: STRING>>>>,
    consultations: ARRAY<STRUCT<body: STRING>>,
    replies: ARRAY<STRUCT<body: STRING, date: STRING, inTime: BOOLEAN, outcome: STRUCT<mark: STRING>, disclosure: STRING>>,
    feedback: ARRAY<STRUCT<body: STRING, overall: STRING, attitude: STRING, result: STRING>>>>') AS e
FROM lines;

CREATE OR REPLACE TEMPORARY VIEW entries AS
SELECT entry, e.kind, e.topic, coalesce(e.delegation, e.leadSubmitter.`group`) AS delegation, e.session.congress AS congress,
  e.session.number AS number, e.year, e.submittedOn AS submitted_on, e.sitting, e.form, e.key IS NOT NULL AS is_key, e.livelihood,
  e.withdrawn IS NOT NULL AS is_withdrawn, e.disclosure.attribute AS attribute,
  coalesce(e.disclosure.published, false) OR e.disclosure.publishedOn IS NOT NULL AS is_published
FROM parsed;

CREATE OR REPLACE TEMPORARY VIEW rounds AS
SELECT entry, place + 1 AS round, r FROM parsed LATERAL VIEW posexplode(e.rounds) t AS place, r;

CREATE OR REPLACE TEMPORARY VIEW assignments AS
SELECT entry, round, place, a.body, a.role, coalesce(a.assignedOn, r.assignedOn) AS assigned_on, a.receivedOn AS received_on,
  coalesce(CASE WHEN r.extension.approvedOn IS NOT NULL OR r.extension.approvedBy IS NOT NULL THEN r.extension.until END, a.dueOn, r.dueOn) AS due_on,
  a.returned IS NOT NULL AND coalesce(a.returned.accepted, true) AS is_returned, a.opinion.dueOn AS opinion_due,
  a.opinion.givenOn AS given_on, coalesce(a.opinion.given, false) OR a.opinion.givenOn IS NOT NULL AS is_given,
  a.opinion.inTime AS opinion_in_time, a.opinion.outcome.mark AS opinion_mark
FROM rounds LATERAL VIEW posexplode(r.assignments) t AS place, a;

CREATE OR REPLACE TEMPORARY VIEW replies AS
SELECT entry, round, place, p.body, p.date, p.inTime AS in_time, p.outcome.mark AS mark, p.disclosure
FROM rounds LATERAL VIEW posexplode(r.replies) t AS place, p;

CREATE OR REPLACE TEMPORARY VIEW feedback AS
SELECT entry, round, place, f.body, coalesce(f.overall, f.result, f.attitude) AS rating
FROM rounds LATERAL VIEW posexplode(r.feedback) t AS place, f;

CREATE OR REPLACE TEMPORARY VIEW consultations AS
SELECT entry, c.body FROM rounds LATERAL VIEW explode(r.consultations) t AS c;

CREATE OR REPLACE TEMPORARY VIEW first_rounds AS
SELECT entry, r.assignedOn AS assigned_on, r.dueOn AS due_on FROM rounds WHERE round = 1;
