import fc from "fast-check";
import { arbitraryId, text } from "./arbitrary-base";
import { answers } from "./arbitrary-question";
import type { QuestionText } from "./engine/question-text";

/** A translation: every table may be there or not, may lack ids of the question and hold unknown ones. */
export const arbitraryText: fc.Arbitrary<QuestionText> = fc.record(
  {
    stem: text,
    explanation: text,
    options: fc.dictionary(arbitraryId, fc.record({ text, why: text })),
    why: fc.record({ true: text, false: text }),
    left: fc.dictionary(arbitraryId, text),
    right: fc.dictionary(arbitraryId, text),
    items: fc.dictionary(arbitraryId, text),
    mistakes: fc.array(text, { maxLength: 3 }),
    answers,
    gaps: fc.dictionary(
      fc.constantFrom("g1", "g2", "g9"),
      fc.record({ options: fc.dictionary(arbitraryId, fc.record({ text, why: text })), mistakes: fc.array(text) }),
    ),
    regions: fc.dictionary(arbitraryId, fc.record({ text, why: text })),
    labels: fc.dictionary(arbitraryId, text),
    alt: text,
    hypothesis: text,
    finding: text,
    scale: fc.dictionary(arbitraryId, text),
    rubric: fc.dictionary(arbitraryId, fc.record({ text, levels: fc.dictionary(arbitraryId, text) })),
    model: text,
  },
  { requiredKeys: ["stem", "explanation"] },
);
