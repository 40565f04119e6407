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
  route("learn/:trackSlug/:lessonId/mistake", "routes/learn.mistake.tsx"),
  route("learn/:trackSlug/:lessonId/sitting/:number", "routes/learn.sitting.tsx"),
  route("learn/:trackSlug/:lessonId/result/:number", "routes/learn.result.tsx"),
  route("my", "routes/my.tsx"),
  route("society/:societySlug/mistakes", "routes/society.mistakes.tsx"),

  // participants of a society
  route("society/:societySlug/participants", "routes/society.participants.tsx"),
  route("society/:societySlug/participants.csv", "routes/society.participants-csv.ts"),
  route("society/:societySlug/participants/:enrolmentId", "routes/society.participant.tsx"),

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
  route("admin/pages", "routes/admin.pages.tsx"),
  route("admin/pages/:slug/:language", "routes/admin.pages.edit.tsx"),

  // certificates
  route("my/certificates", "routes/my.certificates.tsx"),
  route("my/certificates/:number.pdf", "routes/my.certificates.pdf.ts"),
  route(":lang?/verify", "routes/verify.tsx"),
  route(":lang?/verify/:number", "routes/verify.number.tsx"),

  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
