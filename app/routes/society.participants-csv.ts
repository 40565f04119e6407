import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireSocietyRole } from "../auth/viewer.server";
import { exportParticipants } from "../courses/export-participants.server";
import { participantRoles } from "../courses/participant-policy";
import { readParticipantQuery } from "../courses/participant-query";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";

/** The selected participants as a file for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", participantRoles);
  const query = readParticipantQuery(args.request.url);
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const t = translator(locale);
  const blocks = await exportParticipants({ societyId, actorId: viewer.id, query, locale, t, now: now() });
  return new Response(createReadableStreamFromReadable(Readable.from(blocks, { objectMode: false })), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="participants.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
