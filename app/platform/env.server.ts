import path from "node:path";
import { z } from "zod";

/**
 * Every setting of the process, read once at the start. A bad value stops the start with a sentence that
 * names the variable and says what it wants. `.env.example` documents each one.
 */

const port = z.coerce
  .number("must be a number")
  .int()
  .min(1, "must be between 1 and 65535")
  .max(65535, "must be between 1 and 65535");
const flag = z.enum(["0", "1"], "must be 0 or 1").transform((value) => value === "1");
/** An empty line in .env means "not set". */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const EnvSchema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    HOST: optional(z.string()).transform((value) => value ?? "127.0.0.1"),
    PORT: optional(port).transform((value) => value ?? 3000),
    APP_URL: optional(
      z
        .url("must be an address such as https://learn.example.org")
        .refine((value) => !URL.canParse(value) || new URL(value).pathname === "/", "must have no path"),
    ),
    DATA_DIR: optional(z.string()).transform((value) => path.resolve(value ?? "data")),
    SITE_TITLE: optional(z.string().max(40, "must be at most 40 characters")).transform(
      (value) => value ?? "Stepwedge",
    ),
    TRUST_PROXY: optional(z.coerce.number("must be the number of proxies in front").int().min(0)).transform(
      (value) => value ?? 0,
    ),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@host:587" })),
    MAIL_FROM: optional(z.string().regex(/@/, "must hold an e-mail address")).transform(
      (value) => value ?? "Stepwedge <no-reply@localhost>",
    ),
    METRICS_TOKEN: optional(z.string().min(16, "must have 16 characters or more")),
    RUN_JOBS: optional(flag).transform((value) => value ?? true),
    LOG_LEVEL: optional(
      z.enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent"),
    ).transform((value) => value ?? "info"),
    MUX_TOKEN_ID: optional(z.string()),
    MUX_TOKEN_SECRET: optional(z.string()),
    MUX_WEBHOOK_SECRET: optional(z.string()),
    MUX_SIGNING_KEY_ID: optional(z.string()),
    MUX_SIGNING_PRIVATE_KEY: optional(z.string()),
    MUX_API_URL: optional(z.url()),
  })
  .superRefine((env, context) => {
    const mux = muxNames.filter((name) => env[name] !== undefined);
    if (mux.length > 0) {
      for (const name of muxNames.filter((wanted) => env[wanted] === undefined)) {
        context.addIssue({
          code: "custom",
          path: [name],
          message: `is missing, while ${mux.join(", ")} is set; Mux needs all five`,
        });
      }
    }
    if (env.APP_URL?.startsWith("https:") && env.TRUST_PROXY === 0) {
      context.addIssue({
        code: "custom",
        path: ["TRUST_PROXY"],
        message: "must be 1 or more when APP_URL is https, because TLS ends at a proxy in front of this process",
      });
    }
  });

const muxNames = [
  "MUX_TOKEN_ID",
  "MUX_TOKEN_SECRET",
  "MUX_WEBHOOK_SECRET",
  "MUX_SIGNING_KEY_ID",
  "MUX_SIGNING_PRIVATE_KEY",
] as const;

export type Env = z.infer<typeof EnvSchema> & {
  /** Demonstration mode: on while APP_URL is unset. Loopback only, demonstration accounts work, mail goes to a folder. */
  readonly isDemonstration: boolean;
};

/**
 * @throws Error whose message has one line for each bad variable.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = EnvSchema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`The settings can't be used:\n  ${lines.join("\n  ")}\nSee .env.example.`);
  }
  return Object.freeze({ ...parsed.data, isDemonstration: parsed.data.APP_URL === undefined });
}

/** Sentences on settings that can be meant, but on a site for others rarely are. */
export function settingWarnings({ APP_URL, SMTP_URL, MAIL_FROM }: Env): string[] {
  if (APP_URL === undefined) return [];
  if (SMTP_URL === undefined)
    return ["SMTP_URL is not set: mails are written to DATA_DIR and reach nobody, so nobody can confirm an address."];
  return MAIL_FROM.includes("@localhost")
    ? ["MAIL_FROM names localhost: other mail servers refuse what comes from there. Set it to an address of yours."]
    : [];
}

export const env: Env = readEnv(process.env);
