import type { Cloze } from "../../../../quizzes/engine/model";
import { KeyRows } from "./key-rows";
import { AcceptedTexts, KnownMistakes, NumberKey } from "./number-keys";

type AnyGap = Cloze["gaps"][number];

/** The keys of a text with gaps, gap by gap. */
export function GapKeys({ gaps }: { gaps: readonly AnyGap[] }) {
  return gaps.map((gap) => (
    <section key={gap.id} className="stack">
      <p className="label">
        <code>{`[[${gap.id}]]`}</code>
        {gap.weight === undefined ? "" : ` × ${String(gap.weight)}`}
      </p>
      <GapKey gap={gap} />
    </section>
  ));
}

function GapKey({ gap }: { gap: AnyGap }) {
  switch (gap.kind) {
    case "choice":
      return <KeyRows rows={gap.options.map((option) => ({ ...option, isKey: option.id === gap.key }))} />;
    case "text":
      return <AcceptedTexts answers={gap.answers} />;
    case "number":
      return (
        <>
          <NumberKey {...gap.key} />
          <KnownMistakes mistakes={gap.mistakes} />
        </>
      );
  }
}
