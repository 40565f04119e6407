import { transact } from "../../app/platform/db.server";
import type { Given } from "./given";
import { givenCompleted } from "./given-completed";

/** A track that one learner has completed and one has only enrolled in, with evaluations of this relevance. */
export async function givenInsights(given: Given, now: Date, relevance: readonly string[] = ["5", "4", "4", "2", "1"]) {
  const society = await given.society();
  const edition = await given.edition({ societyId: society.id });
  const learner = await givenCompleted(given, now, { edition });
  await given.enrolled({ edition });
  await transact((tx) =>
    tx.evaluationAnswer.createMany({
      data: relevance.map((value, i) => ({
        id: `answer-${String(i)}-${edition.id}`,
        editionId: edition.id,
        answers: JSON.stringify({
          relevance: value,
          bias: "none",
          practice: "yes",
          text: i === 0 ? "More on children" : "",
        }),
        day: "2026-03-01",
      })),
    }),
  );
  return { society, edition, learner };
}
