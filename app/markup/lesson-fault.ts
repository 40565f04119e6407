/** What can be wrong with the Markdown of a lesson or a question, each with the words of the server's own reports. */
const words = {
  "figure-no-drawing": () => "a figure names no drawing",
  "figure-no-alt": ({ drawing }) => `the figure "${drawing ?? ""}" has no alternative text`,
  "figure-no-caption": ({ drawing }) => `the figure "${drawing ?? ""}" has no caption`,
  "table-no-caption": () => "a table has no caption",
  "table-empty": () => "a table directive holds no table",
  "call-out-no-title": ({ name }) => `a "${name ?? ""}" call-out has no title`,
  "block-unknown": ({ name }) => `there is no block ":::${name ?? ""}"`,
  "block-unreadable": () =>
    'a ":::" block can\'t be read: label, then attributes, then a line of its own for each part',
  "reference-unknown": ({ id }) => `the track has no reference "${id ?? ""}"`,
  "html-hidden": () => "HTML is not shown: Markdown only",
  "link-broken": ({ lesson }) => `the track has no lesson "${lesson ?? ""}"`,
  "image-no-alt": () => "an image has no alternative text",
  footnote: () => "footnotes have no place in a lesson: cite with :ref[…]",
  "picture-no-source": ({ picture }) => `the picture "${picture ?? ""}" names no source`,
  "picture-no-permission": ({ picture }) => `the picture "${picture ?? ""}" names no permission`,
  "picture-patient": ({ picture }) =>
    `nobody has attested that no patient is identifiable in the picture "${picture ?? ""}"`,
  "picture-missing": ({ picture }) => `picture "${picture ?? ""}": there is none of this name`,
  "drawing-unreadable": ({ drawing, reason }) => `drawing "${drawing ?? ""}": ${reason ?? ""}`,
  "drawing-cut": ({ drawing, parts }) => `drawing "${drawing ?? ""}": ${parts ?? ""} can't be shown`,
  "formula-unreadable": ({ formula }) => `the formula "${formula ?? ""}" can't be read`,
  "formula-command": ({ command }) => `the command "${command ?? ""}" of a formula is not known or not allowed`,
} as const satisfies Readonly<Record<string, (params: Readonly<Record<string, string>>) => string>>;

export type LessonFaultCode = keyof typeof words;

export interface LessonFault {
  readonly code: LessonFaultCode;
  readonly params: Readonly<Record<string, string>>;
  /** Line of the Markdown; null where the fault has none. */
  readonly line: number | null;
}

/** The fault as a sentence, with the line in front. */
export function sayLessonFault({ code, params, line }: LessonFault): string {
  const sentence = words[code](params);
  return line === null ? sentence : `line ${String(line)}: ${sentence}`;
}
