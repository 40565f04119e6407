/**
 * The server's time, as far as the page has heard of it. What the browser calls the time of day may be wrong, so only
 * the time that passes is taken from it; and that stands still while a computer sleeps. So each word of the server's
 * moves the clock forward when it lags behind. A word is on its way for a moment, so it never moves the clock back.
 */
export class ServerClock {
  readonly #passed: () => number;
  #heard: number;
  #heardAt: number;

  /** @param passed milliseconds since some moment, for example `performance.now()` */
  constructor(serverNow: number, passed: () => number) {
    this.#passed = passed;
    this.#heard = serverNow;
    this.#heardAt = passed();
  }

  now(): number {
    return this.#heard + this.#passed() - this.#heardAt;
  }

  /** The server has said what time it is; what is no time is not heard. */
  hear(serverNow: number): void {
    if (!(serverNow > this.now())) return;
    this.#heard = serverNow;
    this.#heardAt = this.#passed();
  }
}
