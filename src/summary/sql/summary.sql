-- From the tables of duckdb.sql or spark.sql to the counts of `jianyi/summary/1`: the columns `table`, key, part, count
-- (named tab, key, part, n: SQL keeps the other names for itself). For the profile generic-city: what differs elsewhere
-- stands in the first two parts. ${TODAY} is the day on which deadlines are judged.
WITH marks(mark, is_solved, is_planned) AS (
  VALUES ('A', true, false), ('B', false, true), ('C', false, false), ('D', false, false)
), counted_roles(role) AS (
  VALUES ('lead'), ('separate')
), active AS (
  SELECT a.*,
    row_number() OVER (PARTITION BY entry, coalesce(body, concat('#', round, '-', place)), role ORDER BY round, place) AS again,
    sum(CASE WHEN role IN ('assisting', 'for-reference') THEN 0 ELSE 1 END) OVER (PARTITION BY entry, round) AS answering
  FROM assignments a WHERE NOT is_returned
), handled AS (
  SELECT entry, round, place, body, role, assigned_on, received_on, due_on, opinion_due, given_on, is_given, opinion_in_time,
    opinion_mark, answering <= 1 AS is_alone, true AS is_assigned
  FROM active WHERE again = 1
), unassigned AS (
  SELECT e.entry, 1 AS round, 1 AS place, p.body, CAST(NULL AS VARCHAR(20)) AS role, f.assigned_on, CAST(NULL AS VARCHAR(20)) AS received_on, f.due_on,
    CAST(NULL AS VARCHAR(20)) AS opinion_due, CAST(NULL AS VARCHAR(20)) AS given_on, false AS is_given, CAST(NULL AS BOOLEAN) AS opinion_in_time,
    CAST(NULL AS VARCHAR(20)) AS opinion_mark, true AS is_alone, false AS is_assigned
  FROM entries e
  LEFT JOIN first_rounds f ON f.entry = e.entry
  LEFT JOIN (SELECT entry, body, row_number() OVER (PARTITION BY entry ORDER BY place) AS nth FROM replies WHERE round = 1) p ON p.entry = e.entry AND p.nth = 1
  WHERE NOT EXISTS (SELECT 1 FROM handled h WHERE h.entry = e.entry)
), handlings AS (
  SELECT u.*, row_number() OVER (PARTITION BY u.entry ORDER BY
    CASE role WHEN 'lead' THEN 0 WHEN 'separate' THEN 1 WHEN 'assisting' THEN 3 WHEN 'for-reference' THEN 4 ELSE 2 END, round, place) AS nth
  FROM (SELECT * FROM handled UNION ALL SELECT * FROM unassigned) u
), of_reply AS (
  SELECT h.entry, h.nth, p.date, p.in_time, p.mark,
    row_number() OVER (PARTITION BY h.entry, h.nth ORDER BY CASE WHEN p.round = h.round THEN 0 ELSE 1 END,
      CASE WHEN h.is_assigned THEN coalesce(p.date, '') ELSE '' END, p.place) AS from_first,
    row_number() OVER (PARTITION BY h.entry, h.nth ORDER BY p.round DESC, p.place DESC) AS from_last,
    CASE WHEN p.round = h.round THEN 1 ELSE 0 END AS is_of_first_round
  FROM handlings h JOIN replies p ON p.entry = h.entry
    AND ((p.body IS NULL AND h.is_alone) OR (p.body IS NOT NULL AND (h.body IS NULL OR NOT h.is_assigned OR p.body = h.body)))
  WHERE h.role IS NULL OR h.role IN ('lead', 'separate')
), of_feedback AS (
  SELECT h.entry, h.nth, f.rating, row_number() OVER (PARTITION BY h.entry, h.nth ORDER BY f.round DESC, f.place DESC) AS from_last
  FROM handlings h JOIN feedback f ON f.entry = h.entry
    AND ((f.body IS NULL AND h.is_alone) OR (f.body IS NOT NULL AND (h.body IS NULL OR NOT h.is_assigned OR f.body = h.body)))
  WHERE (h.role IS NULL OR h.role IN ('lead', 'separate')) AND f.rating IS NOT NULL
), contacted AS (
  SELECT DISTINCT h.entry, h.nth FROM handlings h JOIN consultations c ON c.entry = h.entry
    AND (c.body IS NULL OR h.body IS NULL OR NOT h.is_assigned OR c.body = h.body)
), letter AS (
  SELECT entry, disclosure FROM (SELECT entry, disclosure,
    row_number() OVER (PARTITION BY entry ORDER BY round DESC, place) AS nth FROM replies WHERE disclosure IS NOT NULL) l WHERE nth = 1
), begun AS (
  SELECT entry, min(assigned_on) AS assigned_on FROM handlings GROUP BY entry
), known AS (
  SELECT h.*, e.is_withdrawn, e.sitting,
    CASE h.role WHEN 'assisting' THEN h.is_given WHEN 'for-reference' THEN false ELSE p.entry IS NOT NULL END AS is_answered,
    CASE h.role WHEN 'assisting' THEN h.given_on ELSE p.date END AS answered_on,
    CASE h.role WHEN 'assisting' THEN h.opinion_in_time ELSE p.in_time END AS in_time,
    CASE h.role WHEN 'assisting' THEN h.opinion_mark ELSE l.mark END AS mark,
    CASE WHEN h.role = 'assisting' THEN h.opinion_due WHEN h.role = 'for-reference' THEN h.due_on ELSE coalesce(h.due_on, d.due_on) END AS is_due_on,
    f.rating, c.entry IS NOT NULL AS is_contacted
  FROM handlings h
  JOIN entries e ON e.entry = h.entry
  LEFT JOIN of_reply p ON p.entry = h.entry AND p.nth = h.nth AND p.from_first = 1 AND p.is_of_first_round = 1
  LEFT JOIN of_reply l ON l.entry = h.entry AND l.nth = h.nth AND l.from_last = 1
  LEFT JOIN of_feedback f ON f.entry = h.entry AND f.nth = h.nth AND f.from_last = 1
  LEFT JOIN contacted c ON c.entry = h.entry AND c.nth = h.nth
  LEFT JOIN due d ON d.start = h.assigned_on AND d.between_sessions = (coalesce(e.sitting, '') = 'inter-sessional')
), told AS (
  SELECT k.*, CASE WHEN answered_on < assigned_on OR answered_on > '${TODAY}' THEN NULL ELSE answered_on END AS told_on FROM known k
), stated AS (
  SELECT k.*, coalesce(k.mark, '') AS class, CASE
      WHEN is_withdrawn THEN 'withdrawn'
      WHEN role IN ('for-reference', 'assisting') THEN 'no-reply-owed'
      WHEN is_answered AND told_on <= is_due_on THEN 'in-time'
      WHEN is_answered AND told_on > is_due_on THEN 'late'
      WHEN is_answered AND in_time THEN 'in-time'
      WHEN is_answered AND NOT in_time THEN 'late'
      WHEN is_answered THEN 'answered'
      WHEN is_due_on IS NULL OR assigned_on > '${TODAY}' THEN 'unknown'
      WHEN is_due_on < '${TODAY}' THEN 'overdue'
      WHEN CAST(CAST(is_due_on AS DATE) - CAST('${TODAY}' AS DATE) AS INT) <= 15 THEN 'due-soon'
      ELSE 'open' END AS state,
    CASE WHEN answered_on >= assigned_on THEN CAST(CAST(answered_on AS DATE) - CAST(assigned_on AS DATE) AS INT) END AS days
  FROM told k
), one AS (
  SELECT e.*, s.class, b.assigned_on, coalesce(e.attribute, t.disclosure) AS disclosed
  FROM entries e JOIN stated s ON s.entry = e.entry AND s.nth = 1
  JOIN begun b ON b.entry = e.entry LEFT JOIN letter t ON t.entry = e.entry
), groups(tab, key, part) AS (
  SELECT 'kind', kind, class FROM one
  UNION ALL SELECT 'topic', coalesce(topic, ''), class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'delegation', coalesce(delegation, ''), class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'month', coalesce(substr(assigned_on, 1, 7), ''), class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'year', coalesce(CAST(year AS VARCHAR(9)), substr(coalesce(submitted_on, assigned_on), 1, 4), ''), class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'session', coalesce(concat(CAST(congress AS VARCHAR(9)) || '-', number), ''), class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'sitting', coalesce(sitting, ''), class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'form', coalesce(form, ''), class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'key', CASE WHEN is_key THEN 'yes' ELSE 'no' END, class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'livelihood', CASE WHEN livelihood THEN 'yes' WHEN NOT livelihood THEN 'no' ELSE '' END, class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'disclosure', coalesce(disclosed, ''), class FROM one WHERE NOT is_withdrawn
  UNION ALL SELECT 'role', coalesce(role, ''), class FROM stated WHERE NOT is_withdrawn
  UNION ALL SELECT 'outcome', class, class FROM stated WHERE NOT is_withdrawn
  UNION ALL SELECT 'mark', class, class FROM stated WHERE NOT is_withdrawn
  UNION ALL SELECT 'body', coalesce(body, ''), class FROM stated WHERE NOT is_withdrawn
  UNION ALL SELECT 'replyMonth', coalesce(substr(answered_on, 1, 7), ''), class FROM stated WHERE NOT is_withdrawn
  UNION ALL SELECT 'rating', coalesce(rating, ''), class FROM stated WHERE NOT is_withdrawn
  UNION ALL SELECT 'state', state, class FROM stated
  UNION ALL SELECT 'days', coalesce(CAST(days AS VARCHAR(9)), ''), CASE WHEN days IS NOT NULL AND state = 'late' THEN 'late' ELSE '' END
    FROM stated WHERE state IN ('in-time', 'late', 'answered') AND coalesce(role, '') <> 'assisting'
  UNION ALL SELECT 'all', 'matching', '' FROM one
  UNION ALL SELECT 'all', 'withdrawn', '' FROM one WHERE is_withdrawn
  UNION ALL SELECT 'all', 'assignments', '' FROM stated WHERE role IS NOT NULL OR body IS NOT NULL
), ids(id) AS (
  VALUES ('completion'), ('on-time'), ('consultation'), ('satisfaction'), ('satisfaction-including-basic'), ('satisfaction-of-all'),
    ('satisfaction-including-basic-of-all'), ('resolution'), ('resolved-or-planned')
), owed AS (
  SELECT s.entry, s.nth, s.is_withdrawn, s.state, s.is_contacted, s.rating, s.mark, m.mark IS NOT NULL AS is_known_class, m.is_solved, m.is_planned,
    CASE WHEN s.is_withdrawn THEN NULL WHEN s.role IS NULL AND NOT (s.body IS NOT NULL OR s.is_answered) THEN 'unassigned'
      WHEN s.role IS NOT NULL AND r.role IS NULL THEN s.role END AS excluded
  FROM stated s LEFT JOIN counted_roles r ON r.role = s.role LEFT JOIN marks m ON m.mark = s.mark
), owing AS (
  SELECT entry, nth, id, excluded, CASE
      WHEN is_withdrawn THEN 'withdrawn'
      WHEN id = 'completion' THEN CASE WHEN state IN ('in-time', 'late', 'answered') THEN 'part' ELSE 'whole' END
      WHEN id = 'on-time' THEN CASE state WHEN 'in-time' THEN 'part' WHEN 'late' THEN 'whole' WHEN 'overdue' THEN 'whole'
        WHEN 'open' THEN 'not-due' WHEN 'due-soon' THEN 'not-due' ELSE 'unknown-date' END
      WHEN id = 'consultation' THEN CASE WHEN is_contacted THEN 'part' ELSE 'whole' END
      WHEN id = 'satisfaction' THEN CASE WHEN rating IS NULL THEN 'no-feedback' WHEN rating = 'satisfied' THEN 'part' ELSE 'whole' END
      WHEN id = 'satisfaction-including-basic' THEN CASE WHEN rating IS NULL THEN 'no-feedback' WHEN rating = 'dissatisfied' THEN 'whole' ELSE 'part' END
      WHEN id = 'satisfaction-of-all' THEN CASE WHEN rating = 'satisfied' THEN 'part' ELSE 'whole' END
      WHEN id = 'satisfaction-including-basic-of-all' THEN CASE WHEN rating IN ('satisfied', 'basically-satisfied') THEN 'part' ELSE 'whole' END
      WHEN mark IS NULL THEN 'no-outcome'
      WHEN NOT is_known_class THEN 'unknown-class'
      WHEN is_solved OR (is_planned AND id = 'resolved-or-planned') THEN 'part'
      ELSE 'whole' END AS weight
  FROM owed CROSS JOIN ids
), together AS (
  SELECT entry, id, min_by(weight, nth) FILTER (WHERE excluded IS NULL) AS first_weight,
    min_by(weight, nth) FILTER (WHERE excluded IS NULL AND weight NOT IN ('whole', 'part')) AS first_left_out,
    max(CASE WHEN excluded IS NULL AND weight = 'whole' THEN 1 ELSE 0 END) AS any_whole,
    max(CASE WHEN excluded IS NULL AND weight = 'part' THEN 1 ELSE 0 END) AS any_part,
    min_by(excluded, nth) FILTER (WHERE excluded IS NOT NULL) AS first_excluded
  FROM owing GROUP BY entry, id
), decided AS (
  SELECT id, CASE
      WHEN first_weight IS NULL THEN first_excluded
      WHEN first_weight = 'withdrawn' THEN 'withdrawn'
      WHEN id IN ('resolution', 'resolved-or-planned') THEN first_weight
      WHEN any_whole = 1 THEN 'whole'
      WHEN any_part = 1 AND (first_left_out IS NULL OR id IN ('satisfaction', 'satisfaction-including-basic')) THEN 'part'
      ELSE first_left_out END AS weight
  FROM together
  UNION ALL SELECT 'publication', CASE WHEN is_withdrawn THEN 'withdrawn' WHEN disclosed IS NULL THEN 'undecided-disclosure'
    WHEN disclosed <> 'public' THEN disclosed WHEN is_published THEN 'part' ELSE 'whole' END FROM one
), rates(tab, key, part) AS (
  SELECT 'rate', id, weight FROM decided
  UNION ALL SELECT 'rate', id, 'whole' FROM decided WHERE weight = 'part'
)
SELECT tab, key, part, count(*) AS n FROM (SELECT * FROM groups UNION ALL SELECT * FROM rates) t GROUP BY tab, key, part
ORDER BY tab, key, part
