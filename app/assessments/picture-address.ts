/** Where the browser finds a picture of a question: its name is the hash of its content and its ending. */
export function pictureAddress(name: string): string {
  return `/pictures/${encodeURIComponent(name)}`;
}
