/** What a route says about its page through Remix's `handle`. */
export interface PageHandle {
  /** The page carries no React: its shell is cached and filled (platform/still.server). */
  readonly still?: true;
  /** Scripts of app/islands that the page loads as modules. */
  readonly islands?: readonly string[];
  /** Message namespaces that a hydrating page carries. */
  readonly messages?: readonly string[];
  /** `bare`: the page brings its own header (a sitting). */
  readonly chrome?: "bare";
  /** Class of <body>: `room` is dark in both themes. */
  readonly room?: true;
}
