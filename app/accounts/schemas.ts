import { z } from "zod";
import { locales } from "../i18n/locales";
import { nameFault, tidyName } from "./certificate-name";
import { isCountry } from "./countries";
import { passwordFault } from "./password-rules";
import { isProfession } from "./professions";
import { isTimeZone } from "./time-zones";

/** Forms of this part. Messages are codes; app/routes turns them into sentences (account-texts). */

const emailText = z.email("email-invalid").max(254, "email-invalid");

/** Addresses are compared in lower case. */
export const Email = z
  .string("email-required")
  .toLowerCase()
  .superRefine((text, context) => {
    const code = emailFault(text);
    if (code !== null) context.addIssue({ code: "custom", message: code });
  });

function emailFault(text: string): string | null {
  if (text === "") return "email-required";
  if (!text.includes("@")) return "email-no-at";
  if (!/@[^@]+\.[^@.]+$/.test(text)) return "email-no-domain";
  return emailText.safeParse(text).success ? null : "email-invalid";
}

/** A password that is asked for, not chosen: anything that may be the right one. */
const GivenPassword = z.string("password-required").min(1, "password-required").max(400, "password-wrong");

const ChosenPassword = z.string("password-required").superRefine((password, context) => {
  const code = password === "" ? "password-required" : passwordFault(password);
  if (code !== null) context.addIssue({ code: "custom", message: code });
});

const CertificateName = z
  .string("name-required")
  .transform(tidyName)
  .superRefine((name, context) => {
    const code = nameFault(name);
    if (code !== null) context.addIssue({ code: "custom", message: code });
  });

const Profession = z.string("profession-required").refine(isProfession, "profession-required");
const Country = z.string("country-required").refine(isCountry, "country-required");
const Language = z.enum(locales, "language-required");
/** A path of this site to go on to; the route checks it with safeReturn. */
const Next = z.string().max(2000).default("");

const signUpFields = {
  email: Email,
  password: ChosenPassword,
  name: CertificateName,
  profession: Profession,
  country: Country,
  language: Language,
  terms: z.literal("yes", "terms-required"),
  termsVersion: z.coerce.number("terms-changed").int("terms-changed").min(1, "terms-changed"),
  next: Next,
};

export const SignUpForm = z
  .object(signUpFields)
  .refine(({ password, email, name }) => passwordFault(password, [email, name]) !== "password-personal", {
    path: ["password"],
    error: "password-personal",
    // Also while other fields have faults, so that one round shows them all.
    when: ({ value }) =>
      z.object({ password: z.string(), email: z.string(), name: z.string() }).safeParse(value).success,
  });
export type SignUpInput = z.infer<typeof SignUpForm>;

export const SignInForm = z.object({ email: Email, password: GivenPassword, next: Next });
export const EmailForm = z.object({ email: Email, next: Next });
export const ConfirmForm = z.object({ password: GivenPassword });
export const NewPasswordForm = z.object({ password: ChosenPassword });
export const ChangePasswordForm = z.object({ currentPassword: GivenPassword, password: ChosenPassword });
export const ChangeEmailForm = z.object({ email: Email, currentPassword: GivenPassword });

export const ProfileForm = z.object({
  name: CertificateName,
  profession: Profession,
  country: Country,
  language: Language,
  timeZone: z.string("time-zone-required").refine(isTimeZone, "time-zone-required"),
  registrationNumber: z.string().max(60, "registration-long").default(""),
  theme: z.enum(["system", "light", "dark"], "theme-required"),
});
export type ProfileInput = z.infer<typeof ProfileForm>;

export const SessionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end-one"), session: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ intent: z.literal("end-others") }),
]);
