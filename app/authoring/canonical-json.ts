/**
 * JSON with sorted keys and without undefined entries: equal content gives equal text, whatever the order in which it
 * was put together. Hashes of editions, texts and question revisions are taken of it.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) => {
    if (entry === null || typeof entry !== "object" || Array.isArray(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
