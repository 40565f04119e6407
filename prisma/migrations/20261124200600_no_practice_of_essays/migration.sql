-- Cards of essays and ratings were made by mistake: nobody can answer them right outside sittings.
DELETE FROM "PracticeCard" WHERE "revisionId" IN (
  SELECT "id" FROM "QuestionRevision" WHERE "content" ->> 'kind' IN ('essay', 'likert')
);
