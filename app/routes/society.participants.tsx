import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { ParticipantList } from "../courses/components/participant-list";
import { listParticipants } from "../courses/list-participants.server";
import { participantRoles } from "../courses/participant-policy";
import { readParticipantQuery } from "../courses/participant-query";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", participantRoles);
  const query = readParticipantQuery(args.request.url);
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const found = await listParticipants({ societyId, query, locale, now: now() });
  const title = translator(locale)("learning:participants.title");
  return { ...found, query, societySlug: args.params["societySlug"] ?? "", timeZone: viewer.timeZone, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SocietyParticipants() {
  return <ParticipantList list={useLoaderData<typeof loader>()} />;
}
