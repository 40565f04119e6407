import type { Loss } from "../../../../quizzes/formats/imported";

/** What a file could not bring or hold: which item, what, and why. */
export function LossList({ losses }: { losses: readonly Loss[] }) {
  return (
    <ul className="losses small" lang="en">
      {losses.map((loss, i) => (
        // Two losses may read alike, and the list never changes.
        <li key={String(i)}>
          <span className="quiet">{[loss.file, loss.item].filter(Boolean).join(", ")}</span> <b>{loss.what}</b>:{" "}
          {loss.why}
        </li>
      ))}
    </ul>
  );
}
