/**
 * Content-Security-Policy (docs/decisions/0007). Pages that don't hydrate run only files of ours and no inline style;
 * pages that hydrate carry a fresh nonce, and style attributes are allowed there.
 */
export function contentSecurityPolicy({ nonce }: { nonce: string | null }): string {
  const style =
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'`;
  return [
    "default-src 'none'",
    nonce === null ? "script-src 'self'" : `script-src 'self' 'nonce-${nonce}'`,
    style,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join("; ");
}
