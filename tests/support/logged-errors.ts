import { pino } from "pino";
import { afterEach, beforeEach, expect } from "vitest";
import { log } from "../../app/platform/log.server";

/**
 * A logged error fails the test that caused it, unless the test said that it would come. Something that is bad enough
 * to wake an operator is bad enough to be named in a test.
 */

interface LogLine {
  readonly level: number;
  readonly msg?: string;
}

const errorLevel = 50;
let errors: LogLine[] = [];
let expected: RegExp[] = [];

// Pino publishes this symbol for exactly this use; its types leave out that loggers carry it.
const stream = pino.symbols.streamSym;
Object.assign(log, {
  [stream]: {
    write(line: string) {
      // Pino writes one JSON object a line.
      const parsed = JSON.parse(line) as LogLine;
      if (parsed.level >= errorLevel) errors.push(parsed);
    },
  },
});

/** Says that the running test causes an error line whose message matches. It must come. */
export function expectLoggedError(message: RegExp): void {
  expected.push(message);
}

beforeEach(() => {
  errors = [];
  expected = [];
});

afterEach(() => {
  const unexpected = errors.filter((line) => !expected.some((pattern) => pattern.test(line.msg ?? "")));
  const absent = expected.filter((pattern) => !errors.some((line) => pattern.test(line.msg ?? "")));
  expect(unexpected, "logged errors that the test did not expect").toEqual([]);
  expect(absent, "expected errors that were not logged").toEqual([]);
});
