import { index, route, type RouteConfig } from "@remix-run/route-config";

/** One file per address. Public pages have the language in front; `/catalogue` without it speaks the reader's own. */
export default [
  route(":lang?", "routes/home.tsx", { index: true }),
  route("preferences", "routes/preferences.tsx"),
  // learning
  route("learn/:trackSlug", "routes/learn.track.tsx"),
  route("learn/:trackSlug/:lessonId", "routes/learn.lesson.tsx"),
  route("learn/:trackSlug/:lessonId/mistake", "routes/learn.mistake.tsx"),
  route("my", "routes/my.tsx"),

  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
