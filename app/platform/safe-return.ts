/** Where to go back to after a form: a path of this site, or the fallback. Nobody can send our readers elsewhere. */
export function safeReturn(path: string | null | undefined, fallback: string): string {
  if (!path?.startsWith("/") || path.startsWith("//") || path.includes("\\") || /[\u0000-\u001f]/.test(path))
    return fallback;
  return path;
}
