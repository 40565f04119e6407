import type access from "./messages/en/access.json";
import type account from "./messages/en/account.json";
import type banks from "./messages/en/banks.json";
import type catalogue from "./messages/en/catalogue.json";
import type certificateDocument from "./messages/en/certificate-document.json";
import type certificates from "./messages/en/certificates.json";
import type common from "./messages/en/common.json";
import type insights from "./messages/en/insights.json";
import type learning from "./messages/en/learning.json";
import type lessonEditor from "./messages/en/lessonEditor.json";
import type mail from "./messages/en/mail.json";
import type pages from "./messages/en/pages.json";
import type portable from "./messages/en/portable.json";
import type regrade from "./messages/en/regrade.json";
import type practice from "./messages/en/practice.json";
import type preview from "./messages/en/preview.json";
import type review from "./messages/en/review.json";
import type sitting from "./messages/en/sitting.json";
import type societies from "./messages/en/societies.json";
import type statistics from "./messages/en/statistics.json";
import type translations from "./messages/en/translations.json";
import type tracks from "./messages/en/tracks.json";
import type webinar from "./messages/en/webinar.json";

/** Every namespace of the catalogue, typed by its English file. */
interface Namespaces {
  access: typeof access;
  account: typeof account;
  banks: typeof banks;
  catalogue: typeof catalogue;
  "certificate-document": typeof certificateDocument;
  certificates: typeof certificates;
  common: typeof common;
  insights: typeof insights;
  learning: typeof learning;
  lessonEditor: typeof lessonEditor;
  mail: typeof mail;
  pages: typeof pages;
  portable: typeof portable;
  regrade: typeof regrade;
  practice: typeof practice;
  preview: typeof preview;
  review: typeof review;
  sitting: typeof sitting;
  societies: typeof societies;
  statistics: typeof statistics;
  translations: typeof translations;
  tracks: typeof tracks;
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
