import type { MessageKey } from "../i18n/messages";

/** Professions after the target groups of RP 175 (2014), with the words that name them. */
const names = {
  radiographer: "common:profession.radiographer",
  "diagnostic-radiologist": "common:profession.diagnostic-radiologist",
  "interventional-radiologist": "common:profession.interventional-radiologist",
  "interventional-specialist": "common:profession.interventional-specialist",
  "other-specialist": "common:profession.other-specialist",
  "nuclear-medicine-specialist": "common:profession.nuclear-medicine-specialist",
  "radiation-oncologist": "common:profession.radiation-oncologist",
  dentist: "common:profession.dentist",
  "medical-physicist": "common:profession.medical-physicist",
  nurse: "common:profession.nurse",
  "maintenance-engineer": "common:profession.maintenance-engineer",
  referrer: "common:profession.referrer",
} as const satisfies Readonly<Record<string, MessageKey>>;

export type Profession = keyof typeof names;

// Object.keys forgets the literal names that `names` has.
export const professions = Object.keys(names) as Profession[];

export function isProfession(value: string): value is Profession {
  return value in names;
}

/** The key of the words that name a profession. */
export function professionName(profession: Profession): MessageKey {
  return names[profession];
}
