/** What is wrong with the catalogues of texts: pure, so that tests can state the rules. */

export type Catalogue = Readonly<Record<string, string>>;
/** namespace -> key -> text */
export type Language = Readonly<Record<string, Catalogue>>;

const plural = /_(zero|one|two|few|many|other)$/;
const isPlural = (key: string, catalogue: Catalogue) =>
  plural.test(key) && `${key.replace(plural, "")}_other` in catalogue;

/** Keys that a language must have. `many` is for millions in Romance languages, and optional. */
function requiredKeys(catalogue: Catalogue): string[] {
  return Object.keys(catalogue).filter((key) => !isPlural(key, catalogue) || /_(one|other)$/.test(key));
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? ""))].sort();

/** Keys that are missing or too many, and placeholders that differ, of one language against English. */
export function compareWithEnglish(language: string, texts: Language, english: Language): string[] {
  const namespaces = [...new Set([...Object.keys(english), ...Object.keys(texts)])].sort();
  return namespaces.flatMap((namespace) => {
    const source = english[namespace];
    const translated = texts[namespace];
    if (source === undefined) return [`${language}/${namespace}.json has no English file`];
    if (translated === undefined)
      return [`${language}/${namespace}.json is missing (${String(Object.keys(source).length)} texts)`];
    return compareCatalogues(`${language}/${namespace}.json`, translated, source);
  });
}

function compareCatalogues(file: string, translated: Catalogue, source: Catalogue): string[] {
  const known = new Set(Object.keys(source));
  const sourceOf = (key: string) =>
    source[key] ?? (isPlural(key, translated) ? source[key.replace(plural, "_other")] : undefined);
  return [
    ...requiredKeys(source)
      .filter((key) => translated[key] === undefined)
      .map((key) => `${file}: ${key} is missing`),
    ...Object.keys(translated)
      .filter((key) => !known.has(key) && sourceOf(key) === undefined)
      .map((key) => `${file}: ${key} is not in English`),
    ...Object.entries(translated).flatMap(([key, text]) => {
      const expected = sourceOf(key);
      if (text.trim() === "") return [`${file}: ${key} is empty`];
      return expected === undefined ? [] : comparePlaceholders(`${file}: ${key}`, text, expected, plural.test(key));
    }),
  ];
}

/** The form for one may say the number in words. */
function comparePlaceholders(where: string, text: string, source: string, mayLeaveOutCount: boolean): string[] {
  const leaveOut = (names: string[]) => (mayLeaveOutCount ? names.filter((name) => name !== "count") : names);
  const said = leaveOut(placeholders(text)).join(", ");
  const wanted = leaveOut(placeholders(source)).join(", ");
  return said === wanted ? [] : [`${where} has {{${said}}}, English has {{${wanted}}}`];
}

/** Texts that a language has in common with English, outside the reviewed list. */
export function sameAsEnglish(
  texts: Language,
  english: Language,
  reviewed: ReadonlySet<string>,
): { share: number; keys: string[] } {
  const all = Object.entries(english).flatMap(([namespace, catalogue]) =>
    Object.entries(catalogue).map(([key, text]) => ({
      name: `${namespace}:${key}`,
      text,
      translated: texts[namespace]?.[key],
    })),
  );
  const same = all.filter(
    ({ name, text, translated }) => translated === text && /\p{L}{2}/u.test(text) && !reviewed.has(name),
  );
  return { share: all.length === 0 ? 0 : same.length / all.length, keys: same.map(({ name }) => name) };
}

/** Plurals of English itself: a key with `_one` needs `_other`. */
export function lonelyPlurals(language: string, texts: Language): string[] {
  return Object.entries(texts).flatMap(([namespace, catalogue]) =>
    Object.keys(catalogue)
      .filter((key) => key.endsWith("_one") && !(`${key.slice(0, -"_one".length)}_other` in catalogue))
      .map((key) => `${language}/${namespace}.json: ${key} has no _other`),
  );
}
