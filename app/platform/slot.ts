/**
 * A mark in the shell of a still page; the server puts the reader's own fact in its place (platform/still.server).
 * The brackets are mathematical white square brackets, which no text of ours contains.
 */
export function slot(name: string): string {
  return `\u27e6${name}\u27e7`;
}
