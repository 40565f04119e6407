/** The present moment, for commands that a route or a job hands it to. */
export function now(): Date {
  return new Date();
}
