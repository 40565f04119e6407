import { route, type RouteConfig } from "@remix-run/route-config";

/** One file per address. Public pages have the language in front; `/catalogue` without it speaks the reader's own. */
export default [
  route(":lang?", "routes/home.tsx", { index: true }),
  route("preferences", "routes/preferences.tsx"),

  // catalogue
  route(":lang?/catalogue", "routes/catalogue.tsx"),
  route(":lang?/tracks/:trackSlug", "routes/track.tsx"),
  route(":lang?/societies", "routes/societies.tsx"),
  route(":lang?/societies/:societySlug", "routes/society.tsx"),
  route("sitemap.xml", "routes/sitemap.ts"),
  route("robots.txt", "routes/robots.ts"),

  // learning
  route("learn/:trackSlug", "routes/learn.track.tsx"),
  route("learn/:trackSlug/:lessonId", "routes/learn.lesson.tsx"),
  route("learn/:trackSlug/:lessonId/practice", "routes/learn.practice.tsx"),
  route("learn/:trackSlug/:lessonId/mistake", "routes/learn.mistake.tsx"),
  route("learn/:trackSlug/:lessonId/sitting/:number", "routes/learn.sitting.tsx"),
  route("learn/:trackSlug/:lessonId/result/:number", "routes/learn.result.tsx"),
  route("my", "routes/my.tsx"),
  route("my/refresher", "routes/my.refresher.tsx"),
  route("pictures/:name", "routes/pictures.ts"),
  route("logos/:name", "routes/logos.ts"),

  // workspace of a society
  route("society/:societySlug", "routes/society.overview.tsx"),
  route("society/:societySlug/members", "routes/society.members.tsx"),
  route("society/:societySlug/settings", "routes/society.settings.tsx"),
  route("society/:societySlug/mistakes", "routes/society.mistakes.tsx"),
  route("invitation/:token", "routes/invitation.tsx"),

  // participants of a society
  route("society/:societySlug/participants", "routes/society.participants.tsx"),
  route("society/:societySlug/participants.csv", "routes/society.participants-csv.ts"),
  route("society/:societySlug/participants/:enrolmentId", "routes/society.participant.tsx"),

  // question banks of a society
  route("society/:societySlug/banks", "routes/society.banks.tsx"),
  route("society/:societySlug/banks/:bankSlug", "routes/society.banks.bank.tsx"),
  route("society/:societySlug/banks/:bankSlug/export", "routes/society.banks.export.tsx"),
  route("society/:societySlug/banks/:bankSlug/export-file", "routes/society.banks.export-file.ts"),
  route("society/:societySlug/banks/:bankSlug/import", "routes/society.banks.import.tsx"),
  route("society/:societySlug/banks/:bankSlug/import/:uploadId", "routes/society.banks.import-preview.tsx"),
  route("society/:societySlug/banks/:bankSlug/new", "routes/society.banks.new.tsx"),
  route("society/:societySlug/banks/:bankSlug/questions/:questionKey", "routes/society.banks.question.tsx"),
  route("society/:societySlug/banks/:bankSlug/questions/:questionKey/edit", "routes/society.banks.edit.tsx"),

  // review and publication of a society's tracks
  route("society/:societySlug/tracks/:trackSlug/checks", "routes/society.tracks.checks.tsx"),
  route("society/:societySlug/tracks/:trackSlug/review", "routes/society.tracks.review.tsx"),
  route("society/:societySlug/tracks/:trackSlug/publish", "routes/society.tracks.publish.tsx"),
  route("society/:societySlug/tracks/:trackSlug/access", "routes/society.tracks.access.tsx"),
  // the working copy as learners would see it
  route("society/:societySlug/tracks/:trackSlug/preview", "routes/society.tracks.preview.tsx"),
  route("society/:societySlug/tracks/:trackSlug/preview/:lessonId", "routes/society.tracks.preview.lesson.tsx"),
  // tracks that a society writes
  route("society/:societySlug/tracks", "routes/society.tracks.tsx"),
  route("society/:societySlug/tracks/:trackSlug", "routes/society.tracks.outline.tsx"),
  route("society/:societySlug/tracks/:trackSlug/settings", "routes/society.tracks.settings.tsx"),
  route("society/:societySlug/tracks/:trackSlug/lessons/:lessonId", "routes/society.tracks.lesson.tsx"),
  route("society/:societySlug/tracks/:trackSlug/lessons/:lessonId/questions", "routes/society.tracks.questions.tsx"),
  route("society/:societySlug/tracks/:trackSlug/lessons/:lessonId/recording", "routes/society.tracks.recording.tsx"),
  route("society/:societySlug/tracks/:trackSlug/lessons/:lessonId/sample", "routes/society.tracks.sample.tsx"),
  // texts and pictures of lessons
  route("lesson-pictures/:name", "routes/lesson-pictures.ts"),
  route("society/:societySlug/tracks/:trackSlug/pictures", "routes/society.tracks.pictures.ts"),
  route(
    "society/:societySlug/tracks/:trackSlug/lessons/:lessonId/text/:language",
    "routes/society.tracks.lesson-text.tsx",
  ),
  route(
    "society/:societySlug/tracks/:trackSlug/lessons/:lessonId/text/:language/live",
    "routes/society.tracks.lesson-text.live.ts",
  ),
  route(
    "society/:societySlug/tracks/:trackSlug/lessons/:lessonId/text/:language/history",
    "routes/society.tracks.lesson-text.history.tsx",
  ),

  // how questions behave
  route("society/:societySlug/statistics", "routes/society.statistics.tsx"),
  route("society/:societySlug/statistics/:trackSlug/:lessonId", "routes/society.statistics.quiz.tsx"),

  // how tracks are taken
  route("society/:societySlug/insights", "routes/society.insights.tsx"),
  route("society/:societySlug/insights/:trackSlug", "routes/society.insights.track.tsx"),

  // portable tracks
  route("society/:societySlug/tracks/import", "routes/society.portable.import.tsx"),
  route("society/:societySlug/tracks/import/:uploadId", "routes/society.portable.import-preview.tsx"),
  route("society/:societySlug/tracks/:trackSlug/export", "routes/society.portable.export.tsx"),
  route("society/:societySlug/tracks/:trackSlug/export-file", "routes/society.portable.file.ts"),

  // translations of a track
  route("society/:societySlug/tracks/:trackSlug/translations", "routes/society.translations.tsx"),
  route("society/:societySlug/tracks/:trackSlug/translations/:language", "routes/society.translations.language.tsx"),
  route("society/:societySlug/tracks/:trackSlug/translations/:language/file", "routes/society.translations.file.ts"),
  route(
    "society/:societySlug/tracks/:trackSlug/translations/:language/import",
    "routes/society.translations.import.tsx",
  ),
  route(
    "society/:societySlug/tracks/:trackSlug/translations/:language/import/:uploadId",
    "routes/society.translations.import-preview.tsx",
  ),

  // rulings and essays of a society
  route("society/:societySlug/questions/:revisionId/ruling", "routes/society.regrade.tsx"),
  route("society/:societySlug/rulings/:rulingId", "routes/society.regrade.record.tsx"),
  route("society/:societySlug/participants/:enrolmentId/late-answers", "routes/society.regrade.late.tsx"),
  route("society/:societySlug/essays", "routes/society.essays.tsx"),
  route("society/:societySlug/essays/:sittingId/:questionId", "routes/society.essays.essay.tsx"),

  // accounts, mail and the texts of the site
  route("sign-up", "routes/sign-up.tsx"),
  route("verify-email", "routes/verify-email.tsx"),
  route("verify-email/:token", "routes/verify-email.token.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("forgot-password", "routes/forgot-password.tsx"),
  route("reset-password/:token", "routes/reset-password.tsx"),
  route("change-email/:token", "routes/change-email.tsx"),
  route("profile", "routes/profile.tsx"),
  route("profile/password", "routes/profile.password.tsx"),
  route("profile/email", "routes/profile.email.tsx"),
  route("profile/sessions", "routes/profile.sessions.tsx"),
  route("dev/inbox", "routes/dev.inbox.tsx"),
  route("dev/inbox/:id", "routes/dev.inbox.mail.tsx"),
  route(":lang?/pages/:slug", "routes/pages.tsx"),
  route("admin/societies", "routes/admin.societies.tsx"),
  route("admin/societies/new", "routes/admin.societies.new.tsx"),
  route("admin/societies/:societySlug", "routes/admin.societies.society.tsx"),
  route("admin/pages", "routes/admin.pages.tsx"),
  route("admin/pages/:slug/:language", "routes/admin.pages.edit.tsx"),

  // certificates
  route("my/certificates", "routes/my.certificates.tsx"),
  route("my/certificates/:number.pdf", "routes/my.certificates.pdf.ts"),
  route(":lang?/verify", "routes/verify.tsx"),
  route(":lang?/verify/:number", "routes/verify.number.tsx"),

  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
