import { parseArgs } from "node:util";
import { z } from "zod";

export const usage = `npm run bench -- [options]
  --seconds N        length of a round (5)
  --rounds N         rounds of each measurement; the middle one counts (3)
  --connections N    learners at once (8)
  --only a,b         these measurements only: home, catalogue, track, lesson, track-signed-in, my-learning, answers,
                     watch, sitting-1, sitting-8, verify, pdf-download, pdf-making, start, second-start, memory, mark-paper,
                     draw-paper, item-statistics, import
  --weight           what pages weigh in a browser, too
  --profile          writes a CPU profile of the server to bench-results/
  --compare A B      compares the JSON files of two runs, and measures nothing`;

const count = z.coerce.number().int().min(1).max(600);

const Options = z.object({
  seconds: z.coerce.number().min(0.5).max(600),
  rounds: count,
  connections: count,
  only: z.string().transform((names) => new Set(names.split(",").filter((name) => name !== ""))),
  weight: z.boolean(),
  profile: z.boolean(),
});
export type Options = z.infer<typeof Options>;

export type Asked =
  | { kind: "measure"; options: Options }
  | { kind: "compare"; files: [string, string] }
  | { kind: "wrong"; reason: string };

/** Reads the command line. */
export function readOptions(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seconds: { type: "string", default: "5" },
        rounds: { type: "string", default: "3" },
        connections: { type: "string", default: "8" },
        only: { type: "string", default: "" },
        weight: { type: "boolean", default: false },
        profile: { type: "boolean", default: false },
        compare: { type: "boolean", default: false },
      },
    });
    const [before, after] = positionals;
    if (values.compare) {
      return before === undefined || after === undefined
        ? { kind: "wrong", reason: "--compare wants two files" }
        : { kind: "compare", files: [before, after] };
    }
    return { kind: "measure", options: Options.parse(values) };
  } catch (error) {
    return { kind: "wrong", reason: error instanceof z.ZodError ? z.prettifyError(error) : String(error) };
  }
}
