import { expect, type Page } from "@playwright/test";
import type { Given } from "../support/given";
import type { As } from "./fixtures";

/** What an example may use to get to its page. */
export interface Tools {
  readonly given: Given;
  readonly signIn: (as: As) => Promise<void>;
}

/** How to look at a page: an address, or how to come by one; and what it answers, 200 unless said otherwise. */
export interface PageExample {
  readonly path: string | ((tools: Tools) => Promise<string>);
  readonly as?: Extract<As, string>;
  readonly status?: number;
  /** What is done on the page before it is looked at, such as sending a form with faults. */
  readonly deed?: (page: Page) => Promise<void>;
}

const inTrack = (place: string): PageExample => ({
  path: async ({ given, signIn }) => {
    const { person } = await given.enrolledIn("ct-orientation-session");
    await signIn(person);
    return `/learn/ct-orientation-session/${place}`;
  },
});
const signedIn = (path: string): PageExample => ({
  path: async ({ given, signIn }) => {
    await signIn(await given.person());
    return path;
  },
});

/** A page about the quizzes of a society, one of which was handed in, for an author of it. */
const asStatistician = (place: (trackSlug: string) => string): PageExample => ({
  path: async ({ given, signIn }) => {
    const { handInQuiz } = await import("../../app/courses/hand-in-quiz.server");
    const { startQuiz } = await import("../../app/courses/start-quiz.server");
    const society = await given.society();
    const { person, edition } = await given.enrolled({ societyId: society.id });
    const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", now: new Date() };
    await startQuiz({ ...where, confirmsIdentity: true });
    await handInQuiz({ ...where, number: 1 });
    await signIn(await given.member({ society, role: "author" }));
    return `/society/${society.slug}/statistics${place(edition.track.slug)}`;
  },
});

/** A page about the participants of a society that has one, for an editor of it. */
const asEditor = (place: (enrolmentId: string) => string): PageExample => ({
  path: async ({ given, signIn }) => {
    const society = await given.society();
    const { enrolment } = await given.enrolled({ societyId: society.id });
    await signIn(await given.member({ society, role: "editor" }));
    return `/society/${society.slug}/participants${place(enrolment.id)}`;
  },
});

/** A page of a society's workspace for its admin, with another member and an invitation that waits. */
const asSocietyAdmin = (place: (memberId: string) => string): PageExample => ({
  path: async ({ given, signIn }) => {
    const { registerAllMessages } = await import("../../app/i18n/all-messages.server");
    const { inviteMember } = await import("../../app/societies/invite-member.server");
    registerAllMessages();
    const society = await given.society({ colour: "#2f7cab" });
    const admin = await given.member({ society, role: "admin" });
    const member = await given.member({ society, role: "author" });
    const asked = { email: "asked@hospital.example", role: "reviewer", language: "de" } as const;
    await inviteMember({ societyId: society.id, actorId: admin.id, ...asked, now: new Date() });
    await signIn(admin);
    return `/society/${society.slug}${place(member.id)}`;
  },
});

/** A page about rulings or essays of a society in which an essay waits, for an editor of it. */
const aboutEssay = (
  place: (ids: { sittingId: string; revisionId: string; enrolmentId: string }) => string,
): PageExample => ({
  path: async ({ given, signIn }) => {
    const { givenEssay } = await import("../support/given-essay");
    const { society, sittingId, revisionId, enrolment } = await givenEssay(given, new Date());
    await signIn(await given.member({ society, role: "editor" }));
    return `/society/${society.slug}${place({ sittingId, revisionId, enrolmentId: enrolment.id })}`;
  },
});

/** A page of a track in the making, with one lesson of each kind, for its author. */
const inDraft = (place: string): PageExample => ({
  path: async ({ given, signIn }) => {
    const { givenDraft, withRecordingAndBank } = await import("../support/given-outline");
    const society = await given.society();
    const edition = await given.edition({ societyId: society.id });
    const edit = await withRecordingAndBank(edition);
    const { author, slug } = await givenDraft(given, new Date(), { society, edit, title: `Dose ${society.id}` });
    await signIn(author);
    return `/society/${society.slug}/tracks${place.replace("TRACK", slug)}`;
  },
});

/** A ruling on record, for the editor who made it. */
const aRuling: PageExample = {
  path: async ({ given, signIn }) => {
    const { ruleOnQuestion } = await import("../../app/courses/rule-on-question.server");
    const { givenEssay } = await import("../support/given-essay");
    const now = new Date();
    const { society, revisionId } = await givenEssay(given, now);
    const editor = await given.member({ society, role: "editor" });
    const rulingId = `ruling${revisionId}`;
    const proposed = { revisionId, ruling: { kind: "full-marks" } } as const;
    const record = { societyId: society.id, actorId: editor.id, rulingId, after: null, proposed };
    await ruleOnQuestion({ ...record, reason: "Two answers are right", now });
    await signIn(editor);
    return `/society/${society.slug}/rulings/${rulingId}`;
  },
};

/** A page about the working copy of a whole track, for an editor of its society. */
const aboutDraft = (place: string): PageExample => ({
  path: async ({ given, signIn }) => {
    const { givenDraft } = await import("../support/given-draft");
    const { society, slug } = await givenDraft(given);
    await signIn(await given.member({ society, role: "editor" }));
    return `/society/${society.slug}/tracks${place.replace("TRACK", slug)}`;
  },
});

/** A page about a question bank with the six questions, for an author of its society. */
const asAuthor = (place: string): PageExample => ({
  path: async ({ given, signIn }) => {
    const { givenBank } = await import("../support/given-bank");
    const { society, bank } = await givenBank(given);
    await signIn(await given.member({ society, role: "author" }));
    return `/society/${society.slug}/banks/${bank.slug}${place}`;
  },
});

/** The figures of a track that somebody has completed and five have evaluated, for an author of its society. */
const asInsider = (place: (trackSlug: string) => string): PageExample => ({
  path: async ({ given, signIn }) => {
    const { givenInsights } = await import("../support/given-insights");
    const { society, edition } = await givenInsights(given, new Date());
    await signIn(await given.member({ society, role: "author" }));
    return `/society/${society.slug}/insights${place(edition.track.slug)}`;
  },
});

/** A page about the text of a lesson in a working copy, for somebody of its society. */
const aboutLesson = (role: "author" | "reviewer", place = ""): PageExample => ({
  path: async ({ given, signIn }) => {
    const { givenLesson } = await import("../support/given-lesson");
    const { society, path } = await givenLesson(given, new Date());
    await signIn(await given.member({ society, role }));
    return `${path}${place}`;
  },
});

/** A lesson of a sequential track for somebody who may not open it: not yet, or no more. */
const closedLesson = (why: "locked" | "ended"): PageExample => ({
  path: async ({ given, signIn }) => {
    const { endEnrolment } = await import("../../app/courses/end-enrolment.server");
    const { person, edition, enrolment } = await given.enrolled({ order: "sequential" });
    const { slug, societyId } = edition.track;
    const deed = { societyId, actorId: person.id, enrolmentId: enrolment.id, now: new Date() };
    if (why === "ended") await endEnrolment({ ...deed, reason: "Asked to be taken out" });
    await signIn(person);
    return `/learn/${slug}/quiz`;
  },
});

/** The public page of a track for somebody who is in it. */
const ownTrack = (isComplete: boolean): PageExample => ({
  path: async ({ given, signIn }) => {
    const { givenCompleted } = await import("../support/given-completed");
    const { person, edition } = isComplete ? await givenCompleted(given, new Date()) : await given.enrolled();
    await signIn(person);
    return `/en/tracks/${edition.track.slug}`;
  },
});

const withdrawnTrack: PageExample = {
  path: async ({ given }) => {
    const { setAvailability } = await import("../../app/authoring/set-availability.server");
    const { track } = await given.edition();
    const availability = { is: "withdrawn", reason: "The guideline behind it has changed" } as const;
    await setAvailability({ societyId: null, actorId: null, trackSlug: track.slug, availability, now: new Date() });
    return `/en/tracks/${track.slug}`;
  },
  status: 410,
};

/** A track by invitation: its public page for somebody with a wrong code, or its page for the society's editor. */
const invitedTrack = (seenBy: "learner" | "editor"): PageExample => ({
  path: async ({ given, signIn }) => {
    const { givenDraft } = await import("../support/given-draft");
    const { setAvailability } = await import("../../app/authoring/set-availability.server");
    const { society, slug, trackId } = await givenDraft(given);
    const ask = { societyId: society.id, actorId: null, trackSlug: slug, now: new Date() };
    await setAvailability({ ...ask, availability: { is: "invited" } });
    await signIn(seenBy === "learner" ? await given.person() : await given.member({ society, role: "editor" }));
    if (seenBy === "editor") return `/society/${society.slug}/tracks/${slug}/access?done=set&step=renew`;
    await given.edition({ track: { id: trackId, slug, societyId: society.id } });
    return `/en/tracks/${slug}?code=7K3QZ-4M8XA&refused=wrong`;
  },
});

/** A participant about whom something is on record, and the question before the enrolment is ended. */
const participantWithHistory = (query: string): PageExample => ({
  path: async ({ given, signIn }) => {
    const { setTimeFactor } = await import("../../app/courses/set-time-factor.server");
    const society = await given.society();
    const { enrolment } = await given.enrolled({ societyId: society.id });
    const editor = await given.member({ society, role: "editor" });
    const deed = { societyId: society.id, actorId: editor.id, enrolmentId: enrolment.id, now: new Date() };
    await setTimeFactor({ ...deed, factor: "1.5" });
    await signIn(editor);
    return `/society/${society.slug}/participants/${enrolment.id}${query}`;
  },
});

/** A reported mistake, for an author of the society. */
const aReport: PageExample = {
  path: async ({ given, signIn }) => {
    const { reportMistake } = await import("../../app/courses/report-mistake.server");
    const society = await given.society();
    const { person, edition } = await given.enrolled({ societyId: society.id });
    const place = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", questionId: "a-number" };
    await reportMistake({ ...place, text: "The unit is missing.", now: new Date() });
    await signIn(await given.member({ society, role: "author" }));
    return `/society/${society.slug}/mistakes`;
  },
};

/** A file that waits to be taken over: one question as it should be, one that can't be read. */
const anImport: PageExample = {
  path: async ({ given, signIn }) => {
    const { givenBank } = await import("../support/given-bank");
    const { keepUpload } = await import("../../app/authoring/banks/upload-store.server");
    const { society, bank } = await givenBank(given);
    const author = await given.member({ society, role: "author" });
    const gift = "::One:: Which unit does DLP have? {=mGy·cm ~mGy ~mSv}\n\n::Two:: No end {=a ~b\n";
    const facts = { personId: author.id, bankId: bank.id, fileName: "dose.gift", format: "gift" };
    const id = keepUpload(facts, new TextEncoder().encode(gift), new Date());
    await signIn(author);
    return `/society/${society.slug}/banks/${bank.slug}/import/${id}`;
  },
};

/** A mail of the demonstration, which is a file. */
const aMail: PageExample = {
  path: async ({ given }) => {
    const { enqueueMail } = await import("../../app/mail/enqueue-mail.server");
    const { listStoredMails } = await import("../../app/mail/list-stored-mails.server");
    const { transact } = await import("../../app/platform/db.server");
    const { email } = await given.person();
    const mail = { to: email, subject: "A letter", text: "Some words.\n", html: "<p>Some words.</p>" };
    await transact((tx) => enqueueMail(tx, { mail, key: `example ${email}`, now: new Date() }));
    await expect
      .poll(async () => (await listStoredMails(email)).length, { message: "the mail", timeout: 15_000 })
      .toBe(1);
    return `/dev/inbox/${(await listStoredMails(email))[0]?.id ?? ""}`;
  },
};

const sessionsElsewhere: PageExample = {
  path: async ({ given, signIn }) => {
    const person = await given.person();
    await given.signedIn(person);
    await signIn(person);
    return "/profile/sessions";
  },
};

const quiz = { trackSlug: "ct-orientation-session", lessonId: "check-justification" };

/** A sitting of a seeded quiz, begun by somebody who is signed in. */
async function beginSitting({ given, signIn }: Tools): Promise<string> {
  const { startQuiz } = await import("../../app/courses/start-quiz.server");
  const { person } = await given.enrolledIn(quiz.trackSlug);
  await signIn(person);
  const started = await startQuiz({ personId: person.id, ...quiz, confirmsIdentity: true, now: new Date() });
  if (!started.ok) throw new Error(`The quiz did not start: ${started.reason}`);
  return person.id;
}

/** The number of a certificate that the server has just issued to somebody who is signed in. */
async function earnCertificate({ given, signIn }: Tools): Promise<string> {
  const { enqueue } = await import("../../app/jobs/enqueue.server");
  const { db, transact } = await import("../../app/platform/db.server");
  const { givenCompleted } = await import("../support/given-completed");
  const now = new Date();
  const { enrolment, person } = await givenCompleted(given, now);
  const job = {
    name: "certificate.issue",
    payload: { enrolmentId: enrolment.id },
    key: `test ${enrolment.id}`,
    runAt: now,
  } as const;
  await transact((tx) => enqueue(tx, job));
  const find = () => db.certificate.findFirst({ where: { enrolmentId: enrolment.id }, select: { number: true } });
  await expect.poll(find, { message: "the certificate" }).not.toBeNull();
  await signIn(person);
  return (await find())?.number ?? "";
}

/** Sends a form as it stands, and waits for what the page says is wrong with it. */
async function send(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await expect(page.locator(".field.bad").first()).toBeVisible();
}

/**
 * One entry for each file of app/routes, with one or more examples. A route that answers with something else than a
 * page says so in words instead. pages.spec.ts fails while a route has no entry, and while an entry has no route.
 */
export const pageExamples: Readonly<Record<string, PageExample | readonly PageExample[] | string>> = {
  "routes/home.tsx": [{ path: "/" }, { path: "/de" }],
  "routes/preferences.tsx": "takes a form and redirects",
  "routes/nowhere.tsx": { path: "/no-such-page", status: 404 },
  // catalogue
  "routes/catalogue.tsx": [
    { path: "/catalogue" },
    { path: "/de/catalogue?q=dosis" },
    { path: "/catalogue?q=nothing-of-this-name" },
  ],
  "routes/track.tsx": [
    { path: "/en/tracks/ct-orientation-session" },
    ownTrack(false),
    ownTrack(true),
    withdrawnTrack,
    invitedTrack("learner"),
  ],
  "routes/societies.tsx": { path: "/en/societies" },
  "routes/society.tsx": { path: "/en/societies/esr" },
  "routes/sitemap.ts": "is XML",
  "routes/robots.ts": "is plain text",
  // learning
  "routes/my.tsx": [signedIn("/my"), { path: "/my", as: "learner" }],
  "routes/my.refresher.tsx": [
    signedIn("/my/refresher"),
    {
      path: async (tools) => {
        const { handInQuiz } = await import("../../app/courses/hand-in-quiz.server");
        await handInQuiz({ personId: await beginSitting(tools), ...quiz, number: 1, now: new Date() });
        return "/my/refresher";
      },
    },
  ],
  "routes/learn.track.tsx": "redirects to the lesson that comes next",
  "routes/learn.lesson.tsx": [
    ...["ctdi", "webinar-dose-report", "check-justification", "evaluation"].map(inTrack),
    closedLesson("locked"),
    closedLesson("ended"),
    { ...inTrack("evaluation"), deed: (page) => send(page, "Give the evaluation") },
  ],
  "routes/learn.practice.tsx": {
    path: async (tools) => {
      const { handInQuiz } = await import("../../app/courses/hand-in-quiz.server");
      await handInQuiz({ personId: await beginSitting(tools), ...quiz, number: 1, now: new Date() });
      return `/learn/${quiz.trackSlug}/${quiz.lessonId}/practice`;
    },
  },
  "routes/learn.mistake.tsx": [
    inTrack("ctdi/mistake"),
    { ...inTrack("ctdi/mistake"), deed: (page) => send(page, "Send the report") },
  ],
  "routes/learn.sitting.tsx": {
    path: async (tools) => {
      await beginSitting(tools);
      return `/learn/${quiz.trackSlug}/${quiz.lessonId}/sitting/1`;
    },
  },
  "routes/learn.result.tsx": {
    path: async (tools) => {
      const { handInQuiz } = await import("../../app/courses/hand-in-quiz.server");
      await handInQuiz({ personId: await beginSitting(tools), ...quiz, number: 1, now: new Date() });
      return `/learn/${quiz.trackSlug}/${quiz.lessonId}/result/1`;
    },
  },
  "routes/pictures.ts": "is a picture",
  "routes/logos.ts": "is a picture",
  // workspace of a society
  "routes/society.overview.tsx": asSocietyAdmin(() => ""),
  "routes/society.members.tsx": [
    asSocietyAdmin(() => "/members"),
    asSocietyAdmin((memberId) => `/members?remove=${memberId}`),
  ],
  "routes/society.settings.tsx": asSocietyAdmin(() => "/settings"),
  "routes/invitation.tsx": { path: "/invitation/00000000000000000000000000000000", status: 404 },
  "routes/admin.societies.tsx": { path: "/admin/societies", as: "site-admin" },
  "routes/admin.societies.new.tsx": { path: "/admin/societies/new", as: "site-admin" },
  "routes/admin.societies.society.tsx": { path: "/admin/societies/esr", as: "site-admin" },
  // what a society sees
  "routes/society.mistakes.tsx": [
    {
      path: async ({ given, signIn }) => {
        const society = await given.society();
        await signIn(await given.member({ society, role: "author" }));
        return `/society/${society.slug}/mistakes`;
      },
    },
    aReport,
  ],
  "routes/society.participants.tsx": asEditor(() => ""),
  "routes/society.participants-csv.ts": "is a file",
  "routes/society.participant.tsx": [
    asEditor((enrolmentId) => `/${enrolmentId}`),
    participantWithHistory(""),
    participantWithHistory("?step=end"),
    { ...participantWithHistory("?step=end"), deed: (page) => send(page, "End the enrolment") },
  ],
  "routes/society.statistics.tsx": asStatistician(() => ""),
  "routes/society.statistics.quiz.tsx": asStatistician((trackSlug) => `/${trackSlug}/quiz`),
  "routes/society.insights.tsx": asInsider(() => ""),
  "routes/society.insights.track.tsx": asInsider((trackSlug) => `/${trackSlug}`),
  "routes/society.portable.export.tsx": aboutDraft("/TRACK/export"),
  "routes/society.portable.file.ts": "is a file",
  "routes/society.portable.import.tsx": aboutDraft("/import"),
  "routes/society.portable.import-preview.tsx": { ...aboutDraft(`/import/${"0".repeat(32)}`), status: 404 },
  "routes/society.translations.tsx": aboutDraft("/TRACK/translations"),
  "routes/society.translations.language.tsx": aboutDraft("/TRACK/translations/de?group=track"),
  "routes/society.translations.file.ts": "is a file",
  "routes/society.translations.import.tsx": aboutDraft("/TRACK/translations/de/import"),
  "routes/society.translations.import-preview.tsx": {
    ...aboutDraft(`/TRACK/translations/de/import/${"0".repeat(32)}`),
    status: 404,
  },
  "routes/society.regrade.tsx": aboutEssay(({ revisionId }) => `/questions/${revisionId}/ruling`),
  "routes/society.regrade.record.tsx": aRuling,
  "routes/society.regrade.late.tsx": aboutEssay(({ enrolmentId }) => `/participants/${enrolmentId}/late-answers`),
  "routes/society.essays.tsx": aboutEssay(() => "/essays"),
  "routes/society.essays.essay.tsx": aboutEssay(({ sittingId }) => `/essays/${sittingId}/essay-one`),
  "routes/society.banks.tsx": {
    path: async ({ given, signIn }) => {
      const society = await given.society();
      await signIn(await given.member({ society, role: "author" }));
      return `/society/${society.slug}/banks`;
    },
  },
  "routes/society.banks.bank.tsx": asAuthor(""),
  "routes/society.banks.export.tsx": [asAuthor("/export"), asAuthor("/export?format=gift")],
  "routes/society.banks.export-file.ts": "is a file",
  "routes/society.banks.import.tsx": asAuthor("/import"),
  "routes/society.banks.import-preview.tsx": [
    anImport,
    { ...asAuthor("/import/00000000000000000000000000000000"), status: 404 },
  ],
  // The form of each kind has its own check in question-forms.spec.ts.
  "routes/society.banks.new.tsx": asAuthor("/new?kind=single"),
  "routes/society.banks.question.tsx": asAuthor("/questions/one-of-three"),
  "routes/society.banks.edit.tsx": asAuthor("/questions/one-of-three/edit"),
  // review and publication of a track
  "routes/society.tracks.checks.tsx": aboutDraft("/TRACK/checks"),
  "routes/society.tracks.review.tsx": aboutDraft("/TRACK/review"),
  "routes/society.tracks.publish.tsx": aboutDraft("/TRACK/publish"),
  "routes/society.tracks.access.tsx": invitedTrack("editor"),
  // tracks in the making
  "routes/society.tracks.tsx": inDraft(""),
  "routes/society.tracks.outline.tsx": inDraft("/TRACK"),
  "routes/society.tracks.settings.tsx": inDraft("/TRACK/settings"),
  "routes/society.tracks.lesson.tsx": inDraft("/TRACK/lessons/a-quiz"),
  "routes/society.tracks.questions.tsx": inDraft("/TRACK/lessons/a-quiz/questions"),
  "routes/society.tracks.preview.tsx": inDraft("/TRACK/preview"),
  "routes/society.tracks.preview.lesson.tsx": [
    aboutDraft("/TRACK/preview/reading?language=de"),
    inDraft("/TRACK/preview/a-quiz"),
    inDraft("/TRACK/preview/a-webinar"),
  ],
  "routes/society.tracks.sample.tsx": inDraft("/TRACK/lessons/a-quiz/sample"),
  "routes/society.tracks.recording.tsx": inDraft("/TRACK/lessons/a-webinar/recording"),
  "routes/society.tracks.lesson-text.tsx": [aboutLesson("author"), aboutLesson("reviewer")],
  "routes/lesson-pictures.ts": "is a picture",
  "routes/society.tracks.pictures.ts": "takes a picture and answers with its name",
  "routes/society.tracks.lesson-text.live.ts": "answers an open editor",
  "routes/society.tracks.lesson-text.history.tsx": aboutLesson("author", "/history?from=1&to=1"),
  // certificates
  "routes/my.certificates.tsx": [
    signedIn("/my/certificates"),
    {
      path: async (tools) => {
        await earnCertificate(tools);
        return "/my/certificates";
      },
    },
  ],
  "routes/my.certificates.pdf.ts": "is a PDF",
  "routes/verify.tsx": { path: "/en/verify" },
  "routes/verify.number.tsx": [
    { path: async (tools) => `/en/verify/${await earnCertificate(tools)}` },
    { path: "/verify/0000-0000-0000-0000-00", status: 404 },
  ],
  // accounts
  "routes/sign-up.tsx": [{ path: "/sign-up" }, { path: "/sign-up", deed: (page) => send(page, "Make the account") }],
  "routes/sign-in.tsx": { path: "/sign-in" },
  "routes/sign-out.tsx": "takes a form and redirects",
  "routes/forgot-password.tsx": { path: "/forgot-password" },
  "routes/verify-email.tsx": {
    path: async ({ given, signIn }) => {
      await signIn(await given.person({ emailVerifiedAt: null }));
      return "/verify-email";
    },
  },
  "routes/verify-email.token.tsx": {
    path: async ({ given }) =>
      `/verify-email/${await given.mailToken(await given.person({ emailVerifiedAt: null }), "verify")}`,
  },
  "routes/reset-password.tsx": {
    path: async ({ given }) => `/reset-password/${await given.mailToken(await given.person(), "reset")}`,
  },
  "routes/change-email.tsx": {
    path: async ({ given }) => `/change-email/${await given.mailToken(await given.person(), "change-new")}`,
  },
  "routes/profile.tsx": signedIn("/profile"),
  "routes/profile.password.tsx": signedIn("/profile/password"),
  "routes/profile.email.tsx": signedIn("/profile/email"),
  "routes/profile.sessions.tsx": [signedIn("/profile/sessions"), sessionsElsewhere],
  "routes/dev.inbox.tsx": { path: "/dev/inbox" },
  "routes/dev.inbox.mail.tsx": [aMail, { path: "/dev/inbox/no-such-mail", status: 404 }],
  // site pages
  "routes/pages.tsx": [{ path: "/en/pages/help" }, { path: "/pages/accessibility" }],
  "routes/admin.pages.tsx": { path: "/admin/pages", as: "site-admin" },
  "routes/admin.pages.edit.tsx": { path: "/admin/pages/help/en", as: "site-admin" },
};
