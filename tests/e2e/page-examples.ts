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

/**
 * One entry for each file of app/routes, with one or more examples. A route that answers with something else than a
 * page says so in words instead. pages.spec.ts fails while a route has no entry, and while an entry has no route.
 */
export const pageExamples: Readonly<Record<string, PageExample | readonly PageExample[] | string>> = {
  "routes/home.tsx": [{ path: "/" }, { path: "/de" }],
  "routes/preferences.tsx": "takes a form and redirects",
  "routes/nowhere.tsx": { path: "/no-such-page", status: 404 },
  // learning
  "routes/my.tsx": [signedIn("/my"), { path: "/my", as: "learner" }],
  "routes/learn.track.tsx": "redirects to the lesson that comes next",
  "routes/learn.lesson.tsx": ["ctdi", "webinar-dose-report", "check-justification", "evaluation"].map(inTrack),
  "routes/learn.mistake.tsx": inTrack("ctdi/mistake"),
  // accounts
  "routes/sign-up.tsx": { path: "/sign-up" },
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
  "routes/profile.sessions.tsx": signedIn("/profile/sessions"),
  "routes/dev.inbox.tsx": { path: "/dev/inbox" },
  // site pages
  "routes/pages.tsx": [{ path: "/en/pages/help" }, { path: "/pages/accessibility" }],
  "routes/admin.pages.tsx": { path: "/admin/pages", as: "site-admin" },
  "routes/admin.pages.edit.tsx": { path: "/admin/pages/help/en", as: "site-admin" },
};
