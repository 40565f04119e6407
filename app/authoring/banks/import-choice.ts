import { z } from "zod";

const places = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) =>
    [value ?? []]
      .flat()
      .filter((place) => /^\d{1,6}$/.test(place))
      .map(Number),
  );

/** What the preview of an import sends: the ticked places in the file, and whether to turn the page or to import. */
export const ImportChoice = z
  .object({
    take: places,
    clash: z.enum(["beside", "revise"]).catch("beside"),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
    intent: z.enum(["import", "previous", "next"]),
  })
  .transform(({ take, clash, page, intent }) => ({
    chosen: take,
    onClash: clash,
    isImport: intent === "import",
    page: Math.max(1, page + (intent === "next" ? 1 : intent === "previous" ? -1 : 0)),
  }));
