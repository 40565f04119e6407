import type { Typed } from "./draft-form";

/** What a field says; a box that isn't ticked, and a field that isn't there, say nothing. */
export function said(typed: Typed, name: string): string {
  return typed[name] ?? "";
}

/** A whole number within bounds, or null. An empty text is none. */
export function wholeNumber(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^\d{1,6}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** A day as "2026-11-24" that is in the calendar. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Ticked boxes of a group: `ticked(typed, "outcome")` gives the codes of "outcome:CT-K1". */
export function ticked(typed: Typed, group: string): string[] {
  const start = `${group}:`;
  return Object.keys(typed)
    .filter((name) => name.startsWith(start) && typed[name] === "yes")
    .map((name) => name.slice(start.length));
}

export function tick(group: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [`${group}:${value}`, "yes"]));
}

/** The rows of a list: fields "draw.0.count", "draw.0.topic" and so on, by their numbers. */
export function rowsOf(typed: Typed, list: string): { readonly at: string; readonly row: Typed }[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(typed)) {
    const [group, number = "", part = ""] = name.split(".");
    if (group !== list || !/^\d{1,4}$/.test(number)) continue;
    rows.set(Number(number), { ...rows.get(Number(number)), [part]: value });
  }
  return [...rows].sort(([a], [b]) => a - b).map(([number, row]) => ({ at: `${list}.${String(number)}`, row }));
}

/** The fields of a list's rows, each row a record of its parts. */
export function writeRows(list: string, rows: readonly Typed[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row, number) =>
      Object.entries(row).map(([part, value]) => [`${list}.${String(number)}.${part}`, value] as const),
    ),
  );
}
