import type { z } from "zod";
import type { Finding, Place } from "../finding";
import { TrackFile, TrackText } from "../track-file";

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Finding[] };

/** The structure of a working copy, which may be incomplete. @param content JSON of a TrackFile */
export function parseStructure(content: string): Parsed<TrackFile> {
  const raw = fromJson(content);
  return parse(TrackFile, raw, (path) => placeInStructure(raw, path));
}

/** The texts of one language. @param content JSON of a TrackText */
export function parseWords(content: string, language: string): Parsed<TrackText> {
  return parse(TrackText, fromJson(content), (path) => placeInWords(path, language));
}

/** Only the editor writes parts; a text that is no JSON is a track without anything in it. */
function fromJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return {};
  }
}

function parse<T>(schema: z.ZodType<T>, raw: unknown, placeOf: (path: readonly PropertyKey[]) => Place): Parsed<T> {
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, faults: parsed.error.issues.map((issue) => toFault(issue, placeOf(issue.path))) };
}

function toFault(issue: z.core.$ZodIssue, where: Place): Finding {
  const isMissing = issue.code === "too_small" || issue.input === undefined || issue.input === "";
  const field = issue.path.filter((step) => typeof step === "string").at(-1) ?? "";
  return { code: isMissing ? "value-missing" : "value-wrong", params: { field }, where };
}

/** modules.0.lessons.2.minutes is mended at that lesson, an incomplete module in the outline, all else in the settings. */
function placeInStructure(raw: unknown, path: readonly PropertyKey[]): Place {
  if (path[0] !== "modules") return { at: "settings" };
  if (path[2] !== "lessons" || path[3] === undefined) return { at: "outline" };
  const id = path.slice(0, 4).reduce<unknown>((value, step) => valueAt(value, step), raw);
  const lessonId = valueAt(id, "id");
  return typeof lessonId === "string" ? { at: "lesson", id: lessonId } : { at: "outline" };
}

function placeInWords(path: readonly PropertyKey[], language: string): Place {
  const [table, key] = path;
  if (table === "lessons" && typeof key === "string") return { at: "lesson", id: key, language };
  return { at: "translation", language };
}

function valueAt(value: unknown, step: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[step] : null;
}
