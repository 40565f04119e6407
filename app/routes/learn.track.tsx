import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireViewer } from "../auth/viewer.server";
import { type Enrolled, enrolLearner } from "../courses/enrol-learner.server";
import { findEnrolment } from "../courses/find-enrolment.server";
import { type CodeFault, readInvitation, TypedCode, writeInvitation } from "../courses/invitation";
import { TrackParams } from "../courses/lesson-params";
import { moveToEdition } from "../courses/move-to-edition.server";
import { trackProgress } from "../courses/progress";
import { clientAddress } from "../platform/client-address.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import { chooseLocale } from "../i18n/choose-locale.server";

/** "Go on": opens the lesson where the learner stopped, on any device. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { trackSlug } = TrackParams.safeParse(args.params).data ?? notFound("track");
  const enrolment = findEnrolment({ personId: viewer.id, trackSlug });
  // Who comes with an invitation goes on to its form, the code in it.
  if (enrolment === null) throw redirect(`/tracks/${trackSlug}${writeInvitation(readInvitation(args.request.url))}`);
  const { manifest } = enrolment.edition;
  const next =
    enrolment.lastLessonId ??
    trackProgress(manifest, enrolment.states).nextLessonId ??
    manifest.modules[0]?.lessons[0]?.id;
  return redirect(`/learn/${trackSlug}/${next ?? notFound("lesson")}`);
}

/** Without a number: enrol, with the code of an invitation where there is one. With a number: move to that edition. */
const TrackForm = z.object({ edition: z.coerce.number().int().min(1).max(100_000).optional(), code: TypedCode });

const codeFaults: Readonly<Record<Extract<Enrolled, { ok: false }>["reason"], CodeFault | null>> = {
  "code-missing": "missing",
  "code-wrong": "wrong",
  "too-many": "many",
  "not-open": null,
  "not-yet": null,
};

/**
 * Enrols in one click, or moves to a newer edition. Clicking twice, or in two tabs, gives one enrolment and one move; a
 * move that is refused leads to the list that says why.
 */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const { trackSlug } = TrackParams.safeParse(args.params).data ?? notFound("track");
  const form = await readForm(args.request, TrackForm);
  if (!form.ok) badRequest("edition");
  const { edition: number, code } = form.value;
  if (number !== undefined) {
    const moved = await moveToEdition({ personId: viewer.id, trackSlug, number, now: now() });
    return redirect(moved.ok ? `/learn/${trackSlug}` : "/my");
  }
  const language = chooseLocale(args.request, undefined, viewer.locale);
  const invitation = { code, address: clientAddress(args.context) };
  const enrolled = await enrolLearner({ personId: viewer.id, trackSlug, language, invitation, now: now() });
  // A track that takes nobody, or not with this code, says so on its own page.
  if (!enrolled.ok)
    throw redirect(`/tracks/${trackSlug}${writeInvitation({ code, fault: codeFaults[enrolled.reason] })}`);
  return redirect(`/learn/${trackSlug}`);
}
