import { recordEvent } from "../audit/record-event.server";
import { type Logo, makeLogo } from "../media/make-logo.server";
import { statement, transact, type Transaction } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import { present } from "../platform/invariant";
import { bumpCatalogue } from "./bump-catalogue.server";
import { mayManage } from "./may-manage.server";
import type { SettingsInput } from "./schemas";

/** What admins set of their society. */
export interface Settings {
  readonly name: string;
  readonly acronym: string;
  /** "#rrggbb" or "". */
  readonly colour: string;
  readonly description: string;
  readonly website: string;
  readonly logoName: string | null;
}

export interface KeptSettings extends Settings {
  /** Width and height of the logo in pixels. */
  readonly logo: { readonly name: string; readonly width: number; readonly height: number } | null;
  /** Names this state: a save says on which it is based. */
  readonly base: string;
}

const settingsOf = statement<[string], Settings & { width: number | null; height: number | null }>(`
  SELECT s.name, s.acronym, s.colour, s.description, s.website, s.logoName, l.width, l.height
    FROM Society s LEFT JOIN SocietyLogo l ON l.name = s.logoName WHERE s.id = ?`);

const baseOf = ({ name, acronym, colour, description, website, logoName }: Settings) =>
  sha256(JSON.stringify([name, acronym, colour, description, website, logoName]));

/** @param societyId comes from a guard */
export function findSettings(societyId: string): KeptSettings {
  const { width, height, ...settings } = present(settingsOf.get(societyId), "the society of the guard");
  const { logoName } = settings;
  const logo = logoName === null || width === null || height === null ? null : { name: logoName, width, height };
  return { ...settings, logo, base: baseOf(settings) };
}

/** The fields of the form as they are kept. */
export function textsOf({ name, acronym, colour, description, website }: Settings): Record<string, string> {
  return { name, acronym, colour, description, website };
}

type LogoFault = Extract<Awaited<ReturnType<typeof makeLogo>>, { ok: false }>["reason"];
export type SettingsSaved =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-there" | "changed-meanwhile" | LogoFault };

/**
 * Saves all settings, or none of them. Public pages and cards follow, because the catalogue's version rises.
 * @param input.file a new logo as it was uploaded
 */
export async function saveSettings(input: {
  societyId: string;
  actorId: string;
  form: SettingsInput;
  file: Uint8Array | null;
  now: Date;
}): Promise<SettingsSaved> {
  const { societyId, actorId, form, now } = input;
  const made = input.file === null ? null : await makeLogo(input.file);
  if (made?.ok === false) return made;
  return transact<SettingsSaved>(async (tx) => {
    const before = await tx.society.findUnique({ where: { id: societyId } });
    if (before === null || !(await mayManage(tx, input))) return { ok: false, reason: "not-there" };
    if (baseOf(before) !== form.base) return { ok: false, reason: "changed-meanwhile" };
    const { name, acronym, colour, description, website } = form;
    const logoName = made?.logo.name ?? (form.logo === "remove" ? null : before.logoName);
    const after: Settings = { name, acronym, colour, description, website, logoName };
    if (baseOf(after) === form.base) return { ok: true };
    if (made !== null) await storeLogo(tx, made.logo, now);
    await tx.society.update({ where: { id: societyId }, data: after });
    await bumpCatalogue(tx);
    const details = { changed: changedFields(before, after).join(" ") };
    await recordEvent(tx, { actorId, action: "society.settings", subject: `society:${societyId}`, details, now });
    return { ok: true };
  });
}

function changedFields(before: Settings, after: Settings): string[] {
  const fields = ["name", "acronym", "colour", "description", "website", "logoName"] as const;
  return fields.filter((field) => before[field] !== after[field]);
}

async function storeLogo(tx: Transaction, { name, width, height, bytes }: Logo, now: Date): Promise<void> {
  const row = { name, width, height, bytes, createdAt: now };
  await tx.societyLogo.upsert({ where: { name }, create: row, update: {}, select: { name: true } });
}

const selectLogo = statement<[string], { bytes: Uint8Array }>("SELECT bytes FROM SocietyLogo WHERE name = ?");

/** A stored logo as WebP, or null. */
export function findLogo(name: string): Uint8Array<ArrayBuffer> | null {
  const found = selectLogo.get(name);
  return found === undefined ? null : new Uint8Array(found.bytes);
}
