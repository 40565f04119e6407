/** What the address of a preview asks for: a language, and which of the possible papers of a quiz. */
export function readPreviewQuery(url: string): { language: string; seed: number } {
  const { searchParams } = new URL(url);
  const seed = Math.floor(Number(searchParams.get("seed"))) || 1;
  return { language: searchParams.get("language") ?? "", seed: Math.min(9999, Math.max(1, seed)) };
}
