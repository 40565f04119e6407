import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "../auth/reader.server";
import { trackHead, withdrawnHead } from "../courses/catalogue-head.server";
import { TrackPage } from "../courses/components/track-page";
import { TrackWithdrawn } from "../courses/components/track-withdrawn";
import { findTrackPage, type WithdrawnTrack } from "../courses/find-track-page.server";
import { TrackParams } from "../courses/lesson-params";
import { readInvitation } from "../courses/invitation";
import type { Locale } from "../i18n/locales";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { stillPage } from "../platform/still.server";

export const handle = { still: true } satisfies PageHandle;

const withdrawn = (track: WithdrawnTrack, locale: Locale) => ({ track, head: withdrawnHead({ track, locale }) });

/** 410 for a track that its society took back; one that is hidden or was never published isn't there. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, locale, readerKey } = await readerOf(args);
  const { trackSlug } = TrackParams.safeParse(args.params).data ?? notFound("track");
  const invitation = readInvitation(args.request.url);
  const reader = { personId: viewer?.id ?? null, timeZone: viewer?.timeZone };
  const found = findTrackPage({ trackSlug, ...reader, locale, invitation }) ?? notFound("track");
  const { place, isEnded } = found;
  const still = { key: `track ${readerKey} ${found.key}`, slots: found.slots, html: {} };
  const page = stillPage(args.context, still, () => {
    if (found.state === "withdrawn") return { state: found.state, place, isEnded, ...withdrawn(found.view(), locale) };
    const standing = { place, isEnded, offer: found.offer(), fault: found.fault };
    const track = found.view();
    return { state: found.state, standing, track, head: trackHead({ track, locale }) };
  });
  // An answer with a status of its own goes past the known shells, so only the rare case has one.
  return found.state === "withdrawn" ? data(page, { status: 410 }) : page;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.head ?? [];

export default function Track() {
  const page = useLoaderData<typeof loader>();
  switch (page?.state) {
    case undefined:
      return null;
    case "withdrawn":
      return <TrackWithdrawn track={page.track} place={page.place} isEnded={page.isEnded} />;
    case "published":
      return <TrackPage track={page.track} standing={page.standing} />;
  }
}
