/** Answers that end a request. They are thrown, so that the code after a guard may trust what it proved. */

/** "Not there" and "not yours" are the same answer. */
export function notFound(what: string): never {
  throw new Response(what, { status: 404, statusText: "Not Found" });
}

export function forbidden(): never {
  throw new Response("forbidden", { status: 403, statusText: "Forbidden" });
}

export function badRequest(reason: string): never {
  throw new Response(reason, { status: 400, statusText: "Bad Request" });
}

/** A form that comes as something else than a form. */
export function unsupportedMediaType(): never {
  throw new Response("not-a-form", { status: 415, statusText: "Unsupported Media Type" });
}

export function tooMany(retrySeconds: number): never {
  throw new Response("too-many", {
    status: 429,
    statusText: "Too Many Requests",
    headers: { "Retry-After": String(retrySeconds) },
  });
}

/**
 * Declares that a loader, an action or a handler is for everybody, signed in or not. The route check wants a guard
 * as the first statement; this one says that there is nothing to guard.
 */
export function openToAll(_asked: { readonly request: Request } | { readonly method: string }): void {
  // Nothing to prove.
}
