import { env } from "./env.server";

/** One plain cookie of a request, or undefined. Values of ours are ASCII words; anything else is ignored. */
export function readCookie(request: Request, name: string): string | undefined {
  const header = request.headers.get("Cookie") ?? "";
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) {
      const value = part.slice(at + 1).trim();
      return /^[\w.-]{1,200}$/.test(value) ? value : undefined;
    }
  }
  return undefined;
}

/** A year-long cookie for a choice of the reader (language, theme, device). Scripts can't read it. */
export function preferenceCookie(name: string, value: string): string {
  const secure = env.APP_URL?.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`;
}
