import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "../auth/viewer.server";
import { enrolLearner } from "../courses/enrol-learner.server";
import { findEnrolment } from "../courses/find-enrolment.server";
import { TrackParams } from "../courses/lesson-params";
import { trackProgress } from "../courses/progress";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { EnrolmentClosed } from "../courses/components/enrolment-closed";
import { chooseLocale } from "../i18n/choose-locale.server";

export const handle = { still: true } satisfies PageHandle;

/** "Go on": opens the lesson where the learner stopped, on any device. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { trackSlug } = TrackParams.safeParse(args.params).data ?? notFound("track");
  const enrolment = findEnrolment({ personId: viewer.id, trackSlug });
  if (enrolment === null) throw redirect(`/tracks/${trackSlug}`);
  const { manifest } = enrolment.edition;
  const next =
    enrolment.lastLessonId ??
    trackProgress(manifest, enrolment.states).nextLessonId ??
    manifest.modules[0]?.lessons[0]?.id;
  return redirect(`/learn/${trackSlug}/${next ?? notFound("lesson")}`);
}

/** Enrols in one click. Clicking twice, or in two tabs, gives one enrolment. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const { trackSlug } = TrackParams.safeParse(args.params).data ?? notFound("track");
  const language = chooseLocale(args.request, undefined, viewer.locale);
  const enrolled = await enrolLearner({ personId: viewer.id, trackSlug, language, now: now() });
  return enrolled.ok ? redirect(`/learn/${trackSlug}`) : { closed: true };
}

/** Shown only when the track takes nobody any more. */
export default function LearnTrack() {
  return <EnrolmentClosed />;
}
