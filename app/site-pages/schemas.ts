import { z } from "zod";

const text = {
  title: z.string("title-required").min(1, "title-required").max(120, "title-long"),
  markdown: z.string("text-required").min(1, "text-required").max(60_000, "text-long"),
  /** The version that the editor started from; 0 for a language that has none. */
  base: z.coerce.number("version").int("version").min(0, "version"),
};

export const SitePageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...text }),
  z.object({ intent: z.literal("preview"), ...text }),
]);
