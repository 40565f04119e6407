export interface TextPart {
  readonly text: string;
  readonly isLink: boolean;
}

/** Cuts a plain text at its web addresses, so that a page can make links of them. */
export function cutAtLinks(text: string): TextPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, i) => ({ text: part, isLink: i % 2 === 1 }))
    .filter(({ text: part }) => part !== "");
}
