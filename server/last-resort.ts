import type { ErrorRequestHandler } from "express";
import { randomText } from "../app/platform/ids.server";
import { log } from "../app/platform/log.server";
import { answerRefusal } from "./answer-refusal";

/**
 * Answers what nothing else could: an address that can't be decoded, a handler that threw. The reader gets a sentence
 * and the reference of the log line, never a stack.
 */
export const lastResort: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = statusOf(error);
  const reference = randomText(6)
    .toUpperCase()
    .replace(/(.{4})/, "$1-");
  if (status === 500) log.error({ err: error, reference }, "a request failed");
  else log.info({ status, reference }, "a request was refused");
  const text = status === 500 ? "common:refusal.failed" : "common:refusal.unreadable";
  answerRefusal(request, response, { status, text, words: { reference } });
};

/** Express marks the sender's mistakes with a status of 400 to 499. */
function statusOf(error: unknown): number {
  const status: unknown = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
