import { env } from "../platform/env.server";

/** The full address of a page of ours, for links that leave the site. */
export function absoluteUrl(path: string): string {
  return new URL(path, env.APP_URL ?? `http://localhost:${String(env.PORT)}`).href;
}
