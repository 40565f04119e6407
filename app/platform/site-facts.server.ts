import { env } from "./env.server";

/** What the site calls itself, and the address that links to it begin with. */
export function siteFacts(): { readonly base: string; readonly title: string } {
  return { base: env.APP_URL ?? `http://localhost:${String(env.PORT)}`, title: env.SITE_TITLE };
}
