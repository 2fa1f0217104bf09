-- The entries of a ledger, a line each, as tables. For DuckDB; spark.sql does the same for Apache Spark.
-- Beside it: due.csv (start, between_sessions, due_on), the due dates under the profile, as `summary-inputs` writes them.
CREATE TABLE due AS SELECT * FROM read_csv('due.csv', columns = {'start': 'VARCHAR', 'between_sessions': 'BOOLEAN', 'due_on': 'VARCHAR'});

CREATE TABLE lines AS
SELECT row_number() OVER () AS entry, * FROM read_ndjson('ledger.ndjson', columns = {
  'kind': 'VARCHAR', 'topic': 'VARCHAR', 'delegation': 'VARCHAR', 'session': 'STRUCT(congress INTEGER, number INTEGER)',
  'year': 'INTEGER', 'submittedOn': 'VARCHAR', 'sitting': 'VARCHAR', 'form': 'VARCHAR', 'key': 'STRUCT(progress VARCHAR)',
  'livelihood': 'BOOLEAN', 'leadSubmitter': 'STRUCT("group" VARCHAR)', 'withdrawn': 'STRUCT("on" VARCHAR)',
  'disclosure': 'STRUCT(attribute VARCHAR, published BOOLEAN, publishedOn VARCHAR)',
  'rounds': 'STRUCT(assignedOn VARCHAR, dueOn VARCHAR, extension STRUCT("until" VARCHAR, approvedOn VARCHAR, approvedBy VARCHAR),
    assignments STRUCT(body VARCHAR, "role" VARCHAR, assignedOn VARCHAR, receivedOn VARCHAR, dueOn VARCHAR, returned STRUCT(accepted BOOLEAN, "on" VARCHAR),
      opinion STRUCT(dueOn VARCHAR, givenOn VARCHAR, given BOOLEAN, inTime BOOLEAN, outcome STRUCT(mark VARCHAR)))[],
    consultations STRUCT(body VARCHAR)[],
    replies STRUCT(body VARCHAR, date VARCHAR, inTime BOOLEAN, outcome STRUCT(mark VARCHAR), disclosure VARCHAR)[],
    feedback STRUCT(body VARCHAR, overall VARCHAR, attitude VARCHAR, result VARCHAR)[])[]'
});

CREATE TABLE entries AS
SELECT entry, kind, topic, coalesce(delegation, leadSubmitter."group") AS delegation, session.congress AS congress,
  session.number AS number, year, submittedOn AS submitted_on, sitting, form, key IS NOT NULL AS is_key, livelihood,
  withdrawn IS NOT NULL AS is_withdrawn, disclosure.attribute AS attribute,
  coalesce(disclosure.published, false) OR disclosure.publishedOn IS NOT NULL AS is_published
FROM lines;

CREATE TABLE rounds AS
SELECT entry, generate_subscripts(rounds, 1) AS round, unnest(rounds) AS r FROM lines;

CREATE TABLE assignments AS
SELECT entry, round, place, a.body AS body, a."role" AS role, coalesce(a.assignedOn, round_assigned) AS assigned_on,
  a.receivedOn AS received_on, coalesce(extended_until, a.dueOn, round_due) AS due_on,
  a.returned IS NOT NULL AND coalesce(a.returned.accepted, true) AS is_returned, a.opinion.dueOn AS opinion_due,
  a.opinion.givenOn AS given_on, coalesce(a.opinion.given, false) OR a.opinion.givenOn IS NOT NULL AS is_given,
  a.opinion.inTime AS opinion_in_time, a.opinion.outcome.mark AS opinion_mark
FROM (SELECT entry, round, generate_subscripts(r.assignments, 1) AS place, unnest(r.assignments) AS a, r.assignedOn AS round_assigned,
    r.dueOn AS round_due, CASE WHEN r.extension.approvedOn IS NOT NULL OR r.extension.approvedBy IS NOT NULL THEN r.extension."until" END AS extended_until
  FROM rounds);

CREATE TABLE replies AS
SELECT entry, round, place, p.body AS body, p.date AS date, p.inTime AS in_time, p.outcome.mark AS mark, p.disclosure AS disclosure
FROM (SELECT entry, round, generate_subscripts(r.replies, 1) AS place, unnest(r.replies) AS p FROM rounds);

CREATE TABLE feedback AS
SELECT entry, round, place, f.body AS body, coalesce(f.overall, f.result, f.attitude) AS rating
FROM (SELECT entry, round, generate_subscripts(r.feedback, 1) AS place, unnest(r.feedback) AS f FROM rounds);

CREATE TABLE consultations AS
SELECT entry, c.body AS body FROM (SELECT entry, unnest(r.consultations) AS c FROM rounds);

CREATE TABLE first_rounds AS SELECT entry, r.assignedOn AS assigned_on, r.dueOn AS due_on FROM rounds WHERE round = 1;
