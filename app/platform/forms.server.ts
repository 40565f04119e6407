import type { z } from "zod";
import { badRequest, unsupportedMediaType } from "./http.server";

/** What a person typed, given back to the page so that nothing is lost. Passwords are never given back. */
export type Typed = Readonly<Record<string, string>>;

export type FormResult<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `errors` by the field's name: the code of the first thing that is wrong with it (a message key of the page). */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>>; readonly typed: Typed };

/**
 * Parses a posted form. Every text is trimmed but passwords; a field that comes twice becomes a list.
 * The messages of the schema are codes; the page turns them into sentences.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<FormResult<z.infer<Schema>>> {
  const values: Record<string, string | string[]> = {};
  for (const [name, entry] of await readFields(request)) {
    if (typeof entry !== "string") continue;
    const text = isSecret(name) ? entry : entry.trim();
    const before = values[name];
    values[name] = before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text];
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join(".") || "form"] ??= issue.message;
  const typed = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      isSecret(name) || Array.isArray(value) ? [] : [[name, value] as const],
    ),
  );
  return { ok: false, errors, typed };
}

const formType = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/** @throws Response 415 where the body isn't a form, 400 where it can't be read as one. */
async function readFields(request: Request): Promise<FormData> {
  if (!formType.test(request.headers.get("Content-Type") ?? "")) unsupportedMediaType();
  // The body is the sender's, so whatever is wrong with it is the sender's mistake.
  return request.formData().catch(() => badRequest("broken-form"));
}

const isSecret = (name: string) => name.toLowerCase().includes("password");
