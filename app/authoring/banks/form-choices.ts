import type { MultipleChoice, Option } from "../../../quizzes/engine/model";
import { maybeNumber, numberOf, readRows, type Row, type Typed, valueOf, withIds, writeRows } from "./form-fields";
import { good, type KindForm } from "./form-parts";

const optionParts = ["id", "text", "why", "share", "right"];
const labelParts = ["id", "text"];
const blankRows = (count: number): Row[] => Array.from({ length: count }, () => ({}));

/** Options with ids; a row in which nothing was typed is none. */
function readOptions(typed: Typed) {
  const rows = readRows(typed, "options", optionParts).filter((row) => row["text"] !== "" || row["why"] !== "");
  const options = withIds(
    rows.map((row) => ({
      id: row["id"] ?? "",
      text: row["text"] ?? "",
      why: row["why"] ?? "",
      ...maybeNumber("share", row["share"] ?? ""),
    })),
  );
  return { options, right: options.filter((_, i) => rows[i]?.["right"] === "yes").map(({ id }) => id) };
}

function writeOptions(options: readonly Option[], isRight: (id: string) => boolean): Typed {
  return writeRows(
    "options",
    options.map(({ id, text, why, share }) => ({
      id,
      text,
      why,
      share: share === undefined ? "" : String(share),
      right: isRight(id) ? "yes" : "",
    })),
  );
}

export const singleForm: KindForm<"single"> = {
  lists: { options: optionParts },
  blank: writeRows("options", blankRows(4)),
  write: (question) => writeOptions(question.options, (id) => id === question.key),
  read: (typed) => {
    const { options, right } = readOptions(typed);
    return good({ options, key: right.length === 1 ? right[0] : undefined });
  },
};

const rules = ["penalty", "all-or-nothing", "weights"] as const satisfies readonly MultipleChoice["rule"][];

export const multipleForm: KindForm<"multiple"> = {
  lists: { options: optionParts },
  blank: { rule: rules[0], ...writeRows("options", blankRows(5)) },
  write: (question) => ({
    rule: question.rule,
    ...writeOptions(question.options, (id) => question.keys.includes(id)),
  }),
  read: (typed) => {
    const { options, right } = readOptions(typed);
    return good({ options, keys: right, rule: valueOf(typed, "rule") });
  },
};

export const trueFalseForm: KindForm<"true-false"> = {
  lists: {},
  blank: { key: "" },
  write: ({ key, why }) => ({ key: String(key), whyTrue: why.true, whyFalse: why.false }),
  read: (typed) => {
    const key = valueOf(typed, "key");
    return good({
      key: key === "" ? undefined : key === "true",
      why: { true: valueOf(typed, "whyTrue"), false: valueOf(typed, "whyFalse") },
    });
  },
};

function readLabels(typed: Typed, list: string) {
  const rows = readRows(typed, list, labelParts).filter((row) => row["text"] !== "");
  return withIds(rows.map((row) => ({ id: row["id"] ?? "", text: row["text"] ?? "" })));
}

export const orderingForm: KindForm<"ordering"> = {
  lists: { items: labelParts },
  blank: writeRows("items", blankRows(4)),
  write: ({ items, key }) =>
    writeRows(
      "items",
      key.flatMap((id) => items.filter((item) => item.id === id).map(({ text }) => ({ id, text }))),
    ),
  read: (typed) => {
    const items = readLabels(typed, "items");
    return good({ items, key: items.map(({ id }) => id) });
  },
};

export const likertForm: KindForm<"likert"> = {
  lists: { scale: labelParts },
  blank: writeRows("scale", blankRows(5)),
  write: ({ scale }) =>
    writeRows(
      "scale",
      scale.map(({ id, text }) => ({ id, text })),
    ),
  read: (typed) => good({ scale: readLabels(typed, "scale") }),
};

export const concordanceForm: KindForm<"script-concordance"> = {
  lists: {},
  blank: {},
  write: ({ hypothesis, finding, panel }) => ({
    hypothesis,
    finding,
    ...Object.fromEntries(panel.map((votes, i) => [`panel.${String(i)}`, String(votes)])),
  }),
  read: (typed) =>
    good({
      hypothesis: valueOf(typed, "hypothesis"),
      finding: valueOf(typed, "finding"),
      panel: [0, 1, 2, 3, 4].map((i) => numberOf(valueOf(typed, `panel.${String(i)}`)) ?? 0),
    }),
};
