/** Lower-case words joined by hyphens, at most `most` characters, cut between words; `fallback` where nothing is left. */
export function slugOf(text: string, most: number, fallback: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && word.length <= most);
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > most) break;
    slug = longer;
  }
  return slug === "" ? fallback : slug;
}

/** The wanted id, or with the first number behind it that nobody has. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const id = `${wanted.slice(0, 72).replace(/-+$/, "")}-${String(number)}`;
    if (!isTaken(id)) return id;
  }
}
