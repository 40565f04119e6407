/** The one command that helps when there is no browser. */
export const installBrowser: string;
/** The path of a Chromium, or null. */
export function findBrowser(): Promise<string | null>;
