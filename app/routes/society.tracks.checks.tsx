import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { checkDraft } from "../authoring/review/check-draft.server";
import { checksPage } from "../authoring/review/checks-page.server";
import { ChecksPage } from "../authoring/review/components/checks-page";
import { findOwnTrack } from "../authoring/review/find-own-track.server";
import { rolesFor } from "../authoring/review/policy";
import { chooseLocale } from "../i18n/choose-locale.server";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("review:checks.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  const track = findOwnTrack(societyId, args.params["trackSlug"] ?? "") ?? notFound("track");
  const societySlug = args.params["societySlug"] ?? "";
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const checked = await checkDraft(track.id, now());
  return {
    ...checksPage(checked, { track, societySlug, locale }),
    track: { slug: track.slug, title: track.title, language: track.language, societySlug },
  };
}

export default function TrackChecks() {
  return <ChecksPage page={useLoaderData<typeof loader>()} />;
}
