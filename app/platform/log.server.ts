import { pino } from "pino";
import { env } from "./env.server";

/** Structured log lines without personal data: ids and counts, never names, addresses, answers or tokens. */
export const log = pino({
  level: env.LOG_LEVEL,
  redact: ["req.headers.cookie", "req.headers.authorization", "email", "password", "token"],
});
