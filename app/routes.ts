import { index, route, type RouteConfig } from "@remix-run/route-config";

/** One file per address. Public pages have the language in front; `/catalogue` without it speaks the reader's own. */
export default [
  route(":lang?", "routes/home.tsx", { index: true }),
  route("preferences", "routes/preferences.tsx"),
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
