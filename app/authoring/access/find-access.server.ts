import { siteFacts } from "../../platform/site-facts.server";
import { statement } from "../../platform/db.server";
import { isLocale } from "../../i18n/locales";
import { publicPath } from "../../ui/public-path";
import { sayAccessCode } from "../../courses/access-code";
import type { OwnTrack } from "../review/find-own-track.server";
import { toLocalTime } from "./local-time";

interface Row {
  readonly availability: string;
  readonly withdrawnReason: string | null;
  readonly opensAt: string | null;
  readonly accessCode: string | null;
  readonly learners: number;
}

/** How a track can be had now, for those who may change it. */
export interface Access extends Omit<Row, "accessCode"> {
  readonly isPublished: boolean;
  /** The opening as the editor's clock will show it, for the field; "" where there is none. */
  readonly opensLocal: string;
  /** Only of a track by invitation. */
  readonly invitation: { readonly code: string; readonly link: string } | null;
}

const findRow = statement<[string], Row>(`
  SELECT availability, withdrawnReason, opensAt, accessCode,
         (SELECT count(*) FROM Enrolment e WHERE e.trackId = t.id AND e.endedAt IS NULL) AS learners
    FROM Track t WHERE id = ?`);

/** @param track one of the society's own, from `findOwnTrack`  @param timeZone the editor's */
export function findAccess(track: OwnTrack, timeZone: string): Access {
  const row = findRow.get(track.id);
  if (row === undefined) throw new Error(`The track ${track.slug} has gone`);
  const { accessCode, ...facts } = row;
  return {
    ...facts,
    isPublished: track.currentEditionId !== null,
    opensLocal: facts.opensAt === null ? "" : toLocalTime(new Date(facts.opensAt), timeZone),
    invitation:
      facts.availability === "invited" && accessCode !== null
        ? { code: sayAccessCode(accessCode), link: invitationLink(track, accessCode) }
        : null,
  };
}

function invitationLink({ slug, language }: OwnTrack, code: string): string {
  const path = publicPath(isLocale(language) ? language : "en", `/tracks/${slug}`);
  return `${new URL(path, siteFacts().base).href}?code=${code}`;
}
