/** Moodle's text with gaps: `The capital is {1:SHORTANSWER:=Paris#Right~%50%Lyon}.` */

/** One answer of a gap, as it is written. */
export interface ClozeAnswer {
  /** Per cent of the gap's mark. */
  readonly fraction: number;
  /** Whether it is written with "=": the key where several earn the whole mark. */
  readonly isKey?: boolean;
  readonly text: string;
  readonly feedback: string;
}

export interface ClozeGap {
  readonly weight: number;
  /** The type's name in capitals, as in MULTICHOICE or SAC. */
  readonly type: string;
  readonly answers: readonly ClozeAnswer[];
}

const kinds =
  "MULTICHOICE|MC|MULTICHOICE_[VHS]|MC[VHS]|MULTICHOICE_VS|MULTICHOICE_HS|MCVS|MCHS|MULTIRESPONSE|MR|MULTIRESPONSE_[HS]|MR[HS]|MULTIRESPONSE_HS|MRHS|SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC|NUMERICAL|NM";
const gapPattern = new RegExp(`\\{\\s*(\\d*)\\s*:\\s*(${kinds})\\s*:((?:\\\\[\\s\\S]|[^\\\\}])*)\\}`, "g");

/** Whether a text holds at least one gap. */
export function hasClozeGap(text: string): boolean {
  return text.search(gapPattern) !== -1;
}

/** The text with each gap replaced by what `place` answers for its position, and the gaps. */
export function readCloze(text: string, place: (index: number) => string): { text: string; gaps: ClozeGap[] } {
  const gaps: ClozeGap[] = [];
  const replaced = text.replace(gapPattern, (_, weight: string, type: string, answers: string) => {
    gaps.push({ weight: weight === "" ? 1 : Number(weight), type, answers: split(answers, "~").map(answerOf) });
    return place(gaps.length - 1);
  });
  return { text: replaced, gaps: gaps };
}

/** Splits at a sign that has no backslash before it. */
function split(text: string, sign: string): string[] {
  const parts = [""];
  for (const piece of text.match(/\\[\s\S]|[^\\]/g) ?? []) {
    if (piece === sign) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${piece}`);
  }
  return parts;
}

function unescaped(text: string): string {
  return text.replace(/\\([\\}#~/="])/g, "$1").trim();
}

function answerOf(text: string): ClozeAnswer {
  const parts = /^\s*(=|%(-?[\d.,]+)%)?([\s\S]*)$/.exec(text);
  const [body = "", ...feedback] = split(parts?.[3] ?? "", "#");
  const per = parts?.[2];
  return {
    fraction: per !== undefined ? Number(per.replace(",", ".")) : parts?.[1] === "=" ? 100 : 0,
    isKey: parts?.[1] === "=",
    text: unescaped(body),
    feedback: unescaped(feedback.join("#")),
  };
}

function escaped(text: string): string {
  return text.replace(/[\\}#~]/g, "\\$&").replace(/^[=%]/, "\\$&");
}

/** One gap as Moodle writes it. */
export function writeClozeGap({ weight, type, answers }: ClozeGap): string {
  const list = answers.map(({ fraction, isKey, text, feedback }) => {
    const share = (isKey ?? fraction === 100) ? "=" : `%${String(fraction)}%`;
    return `${share}${escaped(text)}${feedback === "" ? "" : `#${escaped(feedback)}`}`;
  });
  return `{${String(weight)}:${type}:${list.join("~")}}`;
}
