import { Fragment, type ReactNode } from "react";

/** Stands in a text where a marked-up part comes; the text itself comes from the catalogue in one piece. */
export function place(index: number): string {
  return `\u27ea${String(index)}\u27eb`;
}

/** A sentence of the catalogue whose values are more than text: a name in bold, a title in another language. */
export function Sentence({ text, parts }: { text: string; parts: readonly ReactNode[] }) {
  return text
    .split(/\u27ea(\d)\u27eb/)
    .map((piece, i) => <Fragment key={`${String(i)}${piece}`}>{i % 2 === 0 ? piece : parts[Number(piece)]}</Fragment>);
}
