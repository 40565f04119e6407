import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireViewer } from "../auth/viewer.server";
import { enrolLearner } from "../courses/enrol-learner.server";
import { findEnrolment } from "../courses/find-enrolment.server";
import { TrackParams } from "../courses/lesson-params";
import { moveToEdition } from "../courses/move-to-edition.server";
import { trackProgress } from "../courses/progress";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import { chooseLocale } from "../i18n/choose-locale.server";

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

/** Without a number: enrol. With one: move to the edition of that number. */
const TrackForm = z.object({ edition: z.coerce.number().int().min(1).max(100_000).optional() });

/**
 * Enrols in one click, or moves to a newer edition. Clicking twice, or in two tabs, gives one enrolment and one move; a
 * move that is refused leads to the list that says why.
 */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const { trackSlug } = TrackParams.safeParse(args.params).data ?? notFound("track");
  const form = await readForm(args.request, TrackForm);
  if (!form.ok) badRequest("edition");
  const { edition: number } = form.value;
  if (number !== undefined) {
    const moved = await moveToEdition({ personId: viewer.id, trackSlug, number, now: now() });
    return redirect(moved.ok ? `/learn/${trackSlug}` : "/my");
  }
  const language = chooseLocale(args.request, undefined, viewer.locale);
  const enrolled = await enrolLearner({ personId: viewer.id, trackSlug, language, now: now() });
  // A track that takes nobody says so on its own page.
  return redirect(enrolled.ok ? `/learn/${trackSlug}` : `/tracks/${trackSlug}`);
}
