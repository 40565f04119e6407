import { z } from "zod";
import { Email } from "../accounts/schemas";
import { societyRoles } from "../auth/roles";
import { locales } from "../i18n/locales";
import { colourFault } from "./colour";

/** Forms of this part. Messages are codes; components/fault-words turns them into sentences. */

const Role = z.enum(societyRoles, "role-required");
const Id = z.string().regex(/^[0-9a-z]{10,40}$/);
const Language = z.enum(locales, "language-required");

/** One line without control characters. */
const line = (required: string, long: string, most: number) =>
  z
    .string(required)
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\s\p{Control}]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1, required).max(most, long));

const Name = line("society-name-required", "society-name-long", 120);
const Acronym = line("acronym-required", "acronym-long", 16);

const inviteFields = { email: Email, role: Role, language: Language };

export const MembersForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite"), ...inviteFields }),
  z.object({ intent: z.literal("resend"), invitation: Id }),
  z.object({ intent: z.literal("revoke"), invitation: Id }),
  z.object({ intent: z.literal("role"), person: Id, role: Role }),
  z.object({ intent: z.literal("remove"), person: Id }),
]);

/** Words of an address: `esr`, `european-group-2`. */
const Slug = z
  .string("slug-required")
  .toLowerCase()
  .min(1, "slug-required")
  .max(40, "slug-form")
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "slug-form");

export const NewSocietyForm = z.object({
  slug: Slug,
  name: Name,
  acronym: Acronym,
  demonstration: z
    .literal("yes")
    .optional()
    .transform((said) => said === "yes"),
  email: Email,
  language: Language,
});
export type NewSociety = z.infer<typeof NewSocietyForm>;

export const AdminInvitationForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite"), email: Email, language: Language }),
  z.object({ intent: z.literal("resend"), invitation: Id }),
  z.object({ intent: z.literal("revoke"), invitation: Id }),
]);

const Website = z
  .string()
  .max(300, "website-form")
  .refine((text) => text === "" || isWebsite(text), "website-form");

function isWebsite(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  // No user name or password in front of the host: they make an address look like another one.
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && url.username === "";
}

const Colour = z
  .string()
  .toLowerCase()
  .transform((text) => (/^[0-9a-f]{6}$/.test(text) ? `#${text}` : text))
  .superRefine((text, context) => {
    const code = text === "" ? null : colourFault(text);
    if (code !== null) context.addIssue({ code: "custom", message: code });
  });

export const SettingsForm = z.object({
  name: Name,
  acronym: Acronym,
  colour: Colour,
  description: z
    .string()
    .max(600, "description-long")
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n")),
  website: Website,
  logo: z.literal("remove").optional(),
  base: z.string().max(64),
});
export type SettingsInput = z.infer<typeof SettingsForm>;
