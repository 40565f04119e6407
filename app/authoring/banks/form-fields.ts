/** What stands in the fields of the editor's form, by the field's name. An absent field is an empty one. */
export type Typed = Readonly<Record<string, string>>;

/** One row of a list in the form, such as an option: what stands in it, by the part's name. */
export type Row = Readonly<Record<string, string>>;

/** The most rows that a list of the form has. */
const mostRows = 64;

export const valueOf = (typed: Typed, name: string): string => (typed[name] ?? "").replace(/\r\n?/g, "\n").trim();

/** The rows of a list: fields `options.0.text`, `options.0.why`, …, as many as `options.count` says. */
export function readRows(typed: Typed, list: string, parts: readonly string[]): Row[] {
  const count = Math.min(mostRows, Math.max(0, Number(typed[`${list}.count`] ?? "0") || 0));
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(parts.map((part) => [part, valueOf(typed, `${list}.${String(i)}.${part}`)])),
  );
}

export function writeRows(list: string, rows: readonly Row[]): Typed {
  const fields = rows.flatMap((row, i) =>
    Object.entries(row).map(([part, value]) => [`${list}.${String(i)}.${part}`, value] as const),
  );
  return { [`${list}.count`]: String(rows.length), ...Object.fromEntries(fields) };
}

/** What a button beside a row does; null where the intent is no such button. */
export function rowsAfter(rows: readonly Row[], list: string, intent: string): Row[] | null {
  const [named, act, place] = intent.split(":");
  if (named !== list) return null;
  const i = Number(place);
  if (act === "add") return rows.length < mostRows ? [...rows, {}] : [...rows];
  if (act === "remove") return rows.filter((_, j) => j !== i);
  if (act === "up") return swapped(rows, i - 1, i);
  return act === "down" ? swapped(rows, i, i + 1) : null;
}

function swapped(rows: readonly Row[], i: number, j: number): Row[] {
  const [first, second] = [rows[i], rows[j]];
  if (first === undefined || second === undefined) return [...rows];
  return rows.map((row, k) => (k === i ? second : k === j ? first : row));
}

/** A number as people type it, with comma or point; undefined where nothing is typed, NaN where it is no number. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(",", ".").replace(/^−/, "-");
  return plain === "" ? undefined : Number(plain);
}

/** Words between commas. */
export function listOf(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** "2 %" is a share of the key, "0.5" a distance in its unit. Text that is neither becomes a tolerance that no schema takes. */
export function toleranceOf(text: string): { absolute: number } | { relative: number } {
  const share = /^(.*)%$/.exec(text.trim());
  if (share === null) return { absolute: numberOf(text) ?? Number.NaN };
  const percent = numberOf(share[1] ?? "") ?? Number.NaN;
  return { relative: Number((percent / 100).toPrecision(12)) };
}

export function toleranceTyped(tolerance: { readonly absolute: number } | { readonly relative: number }): string {
  if ("absolute" in tolerance) return String(tolerance.absolute);
  return `${String(Number((tolerance.relative * 100).toPrecision(12)))} %`;
}

/** `{ share: 50 }`, or nothing where the field is empty. */
export function maybeNumber<Name extends string>(name: Name, text: string): Partial<Record<Name, number>> {
  const value = numberOf(text);
  // The one property is named by the argument.
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, number>>);
}

/** Gives rows without an id the first free one of a, b, …, z, a2, …: ids are what answers and translations refer to. */
export function withIds<R extends { readonly id: string }>(rows: readonly R[], others: readonly string[] = []): R[] {
  const taken = new Set([...others, ...rows.map(({ id }) => id)]);
  return rows.map((row) => {
    if (row.id !== "") return row;
    let id = "a";
    for (let i = 0; taken.has(id); i++)
      id = `${String.fromCharCode(97 + (i % 26))}${i < 26 ? "" : String(Math.floor(i / 26) + 1)}`;
    taken.add(id);
    return { ...row, id };
  });
}
