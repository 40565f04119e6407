import type { BadLine } from "./form-parts";

/** What is wrong with a field of the editor: a code for the page's own words, and where there is one the schema's sentence. */
export interface FormFault {
  readonly field: string;
  readonly code: "empty" | "number" | "line" | "value" | "rule";
  /** Of the field's text, from 1; 0 where it isn't about a line. */
  readonly line: number;
  /** In English, as the command line says it too; empty where the code says enough. */
  readonly detail: string;
}

interface Issue {
  readonly code: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** One fault for each field: the first. */
export function faultsOf(badLines: readonly BadLine[], issues: readonly Issue[]): FormFault[] {
  const all = [
    ...badLines.map(({ field, line }) => ({ field, code: "line" as const, line, detail: "" })),
    ...issues.map(faultOf),
  ];
  return all.filter(({ field }, i) => all.findIndex((other) => other.field === field) === i);
}

function faultOf(issue: Issue): FormFault {
  const field = fieldOf(issue.path.map(String));
  if (issue.code === "custom") {
    return { field, code: "rule", line: 0, detail: issue.message.replace(/^[a-z0-9-]+: /, "") };
  }
  if (issue.code === "too_small" && /string/i.test(issue.message)) return { field, code: "empty", line: 0, detail: "" };
  if (issue.code === "invalid_type" && /number/i.test(issue.message)) {
    return { field, code: "number", line: 0, detail: "" };
  }
  // A list of which nothing was chosen: the schema's sentence would name its codes.
  if (issue.code === "invalid_value") return { field, code: "empty", line: 0, detail: "" };
  return { field, code: "value", line: 0, detail: issue.message };
}

/** Parts of a question that are typed in one field of another name. */
const fields: Readonly<Record<string, string>> = {
  "": "form",
  source: "cite",
  "source cite": "cite",
  "source year": "year",
  "source mark": "mark",
  keys: "options",
  left: "pairs",
  right: "pairs",
  "key value": "value",
  "key unit": "unit",
  "key tolerance": "tolerance",
  "why true": "whyTrue",
  "why false": "whyFalse",
  picture: "file",
  "picture alt": "alt",
};

/** Lists whose rows have fields of their own, and what those are called in the form. */
const rows: Readonly<Record<string, string>> = { options: "options", items: "items", scale: "scale", left: "pairs" };

/** The field in which the named part of a question is typed; "form" where it is the question as a whole. */
function fieldOf([head = "", second = "", third = ""]: readonly string[]): string {
  const list = rows[head];
  if (list !== undefined && third !== "") return `${list}.${second}.${third}`;
  return fields[`${head} ${second}`] ?? fields[head] ?? head;
}
