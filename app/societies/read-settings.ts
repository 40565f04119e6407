import { SettingsForm, type SettingsInput } from "./schemas";

export type ReadSettings =
  | { readonly ok: true; readonly value: SettingsInput }
  | { readonly ok: false; readonly errors: Record<string, string> };

/** Reads the fields of a settings form that came with a file. `errors` holds the first fault of each field. */
export function readSettings(fields: Readonly<Record<string, string>>): ReadSettings {
  const trimmed = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.trim()]));
  const parsed = SettingsForm.safeParse(trimmed);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join(".") || "form"] ??= issue.message;
  return { ok: false, errors };
}
