import type { AppLoadContext } from "@remix-run/node";
import type { Reader } from "../auth/reader.server";
import { formatDate } from "../i18n/format";
import { sha256 } from "../platform/ids.server";
import { stillPage } from "../platform/still.server";
import type { PublicCertificate } from "./find-certificate.server";

/** The check page of a found certificate as a still page: one shell per number, state and reader's language. */
export function answerCheck(context: AppLoadContext, certificate: PublicCertificate, reader: Reader, now: Date) {
  const { number, status, personal, expiresAt, revoked, replacedBy } = certificate;
  const state = sha256(JSON.stringify([status, personal === null, expiresAt, revoked, replacedBy])).slice(0, 16);
  return stillPage(
    context,
    {
      key: `verify ${reader.readerKey} ${number} ${state}`,
      slots: { today: formatDate(reader.locale, now.toISOString()) },
      html: {},
    },
    () => ({ certificate, typed: number, fault: null }),
  );
}
