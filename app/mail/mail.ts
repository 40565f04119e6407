/** One mail, ready to go. The sender is a setting of the site. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * How mail leaves the house. `send` resolves once the mail is with the next station (a server, a file); it throws
 * when that failed, and the job tries again later.
 */
export interface Mailer {
  send: (mail: Mail) => Promise<void>;
}
