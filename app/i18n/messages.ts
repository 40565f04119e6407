import type account from "./messages/en/account.json";
import type banks from "./messages/en/banks.json";
import type catalogue from "./messages/en/catalogue.json";
import type certificateDocument from "./messages/en/certificate-document.json";
import type certificates from "./messages/en/certificates.json";
import type common from "./messages/en/common.json";
import type learning from "./messages/en/learning.json";
import type mail from "./messages/en/mail.json";
import type pages from "./messages/en/pages.json";
import type regrade from "./messages/en/regrade.json";
import type practice from "./messages/en/practice.json";
import type sitting from "./messages/en/sitting.json";
import type societies from "./messages/en/societies.json";
import type statistics from "./messages/en/statistics.json";
import type webinar from "./messages/en/webinar.json";

/** Every namespace of the catalogue, typed by its English file. */
interface Namespaces {
  account: typeof account;
  banks: typeof banks;
  catalogue: typeof catalogue;
  "certificate-document": typeof certificateDocument;
  certificates: typeof certificates;
  common: typeof common;
  learning: typeof learning;
  mail: typeof mail;
  pages: typeof pages;
  regrade: typeof regrade;
  practice: typeof practice;
  sitting: typeof sitting;
  societies: typeof societies;
  statistics: typeof statistics;
  webinar: typeof webinar;
}

export type Namespace = keyof Namespaces;
type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;

/** "namespace:key"; plural keys without their `_one`, `_other`. A key that no English file holds doesn't compile. */
export type MessageKey = {
  [N in Namespace]: `${N}:${WithoutPlural<Extract<keyof Namespaces[N], string>>}`;
}[Namespace];

export type Messages = Readonly<Record<string, string>>;
