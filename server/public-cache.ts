import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { readCatalogueQuery, writeCatalogueQuery } from "../app/courses/catalogue-filters";
import { chooseLocale } from "../app/i18n/choose-locale.server";
import { now } from "../app/platform/clock.server";
import { readCookie } from "../app/platform/cookies.server";
import { statement } from "../app/platform/db.server";
import { env } from "../app/platform/env.server";
import { BoundedCache } from "../app/platform/still.server";

/**
 * Public pages for visitors without a session, kept ready and compressed. The key is path + filters of the catalogue +
 * language + theme + the version that the page depends on; Host and unknown parameters never enter it.
 */

interface Rule {
  readonly path: RegExp;
  /** The page looks at filters in its address. */
  readonly filtered?: true;
  /** With this in its address the page shows something of one reader, so that it is nobody else's. */
  readonly ownBy?: string;
  readonly version: "catalogue" | "certificates";
  /** The page says what holds today, so that it must be made anew each day (UTC). */
  readonly daily?: true;
}

const language = "(?:/(en|de|fr|es|it))?";
const rules: readonly Rule[] = [
  { path: new RegExp(`^${language}/?$`), version: "catalogue" },
  { path: new RegExp(`^${language}/catalogue$`), filtered: true, version: "catalogue" },
  { path: new RegExp(`^${language}/tracks/[a-z0-9-]+$`), ownBy: "code", version: "catalogue" },
  { path: new RegExp(`^${language}/societies(?:/[a-z0-9-]+)?$`), version: "catalogue" },
  { path: new RegExp(`^${language}/verify/[A-Z0-9-]{1,32}$`), version: "certificates", daily: true },
];

interface Kept {
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

const kept = new BoundedCache<Kept>(48 * 1_048_576);
/** Filters can be put together in more ways than there is room for: such pages push out each other only. */
const keptFiltered = new BoundedCache<Kept>(8 * 1_048_576);
const findVersion = statement<[string], { version: number }>("SELECT version FROM PublicVersion WHERE name = ?");

interface Shared {
  readonly cache: BoundedCache<Kept>;
  readonly key: string;
  /** Path and allow-listed query: all that the rendering may see of the address. */
  readonly address: string;
}

/** What a shared page is kept under, or null where the page is not shared. */
function sharedPage(request: ExpressRequest): Shared | null {
  const rule = isAnonymousGet(request) ? rules.find((candidate) => candidate.path.test(request.path)) : undefined;
  if (rule === undefined || isOwn(request, rule)) return null;
  const query = rule.filtered ? filtersOf(request) : "";
  if (query === null) return null;
  const version = findVersion.get(rule.version)?.version ?? 0;
  const address = `${request.path}${query}`;
  const day = rule.daily ? now().toISOString().slice(0, 10) : "";
  const key = [address, ...readerChoices(request, rule), String(version), day].join(" ");
  return { cache: query === "" ? kept : keptFiltered, key, address };
}

function isOwn(request: ExpressRequest, { ownBy }: Rule): boolean {
  return ownBy !== undefined && request.query[ownBy] !== undefined;
}

/** Language and theme. */
function readerChoices(request: ExpressRequest, rule: Rule): readonly string[] {
  const page = { headers: askedHeaders(request) } as Request; // chooseLocale and readCookie look at headers only
  return [chooseLocale(page, rule.path.exec(request.path)?.[1], undefined), readCookie(page, "theme") ?? ""];
}

function isAnonymousGet(request: ExpressRequest): boolean {
  return request.method === "GET" && request.headers.cookie?.includes("session=") !== true;
}

function askedHeaders(request: ExpressRequest): Headers {
  const asked = new Headers();
  if (request.headers.cookie) asked.set("Cookie", request.headers.cookie);
  if (request.headers["accept-language"]) asked.set("Accept-Language", request.headers["accept-language"]);
  return asked;
}

/** The filters in their one spelling, so that nothing else in the address makes another page; null for search words, which are endless. */
function filtersOf(request: ExpressRequest): string | null {
  const asked = request.originalUrl.split("?").slice(1).join("?");
  const query = readCatalogueQuery(new URLSearchParams(asked));
  return query.q === "" ? writeCatalogueQuery(query) : null;
}

function keep(response: Response, body: Buffer): Kept {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = Object.fromEntries(response.headers);
  return {
    etag,
    headers,
    plain: body,
    gzip: gzipSync(body, { level: 6 }),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  };
}

function answer(page: Kept, request: ExpressRequest, response: ExpressResponse): void {
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
  response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
  response.setHeader("ETag", page.etag);
  if (request.headers["if-none-match"] === page.etag) {
    response.status(304).end();
    return;
  }
  const accepted = request.headers["accept-encoding"] ?? "";
  const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : null;
  const body = encoding === "br" ? page.brotli : encoding === "gzip" ? page.gzip : page.plain;
  if (encoding !== null) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.end(body);
}

/** Hands on what can't be kept, as it was rendered: a loader that counts failures must not run twice. */
async function pass(rendered: Response, response: ExpressResponse): Promise<void> {
  response.status(rendered.status);
  for (const [name, value] of rendered.headers) if (name !== "set-cookie") response.setHeader(name, value);
  for (const cookie of rendered.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  response.end(Buffer.from(await rendered.arrayBuffer()));
}

/** Answers shared pages from memory; a page that is not there yet is rendered once and kept when it is a 200. */
export function publicCache(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const render = createRequestHandler(build, env.NODE_ENV);
  return (request, response, next) => {
    const shared = env.NODE_ENV === "development" ? null : sharedPage(request);
    if (shared === null) {
      next();
      return;
    }
    const page = shared.cache.get(shared.key);
    if (page !== undefined) {
      answer(page, request, response);
      return;
    }
    renderShared(render, request, shared.address)
      .then((rendered) => {
        if ("status" in rendered) return pass(rendered, response);
        shared.cache.set(shared.key, rendered, rendered.plain.length * 2);
        answer(rendered, request, response);
        return undefined;
      })
      .catch(next);
  };
}

async function renderShared(
  render: ReturnType<typeof createRequestHandler>,
  request: ExpressRequest,
  address: string,
): Promise<Kept | Response> {
  const headers = new Headers();
  for (const name of ["cookie", "accept-language", "user-agent"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const base = env.APP_URL ?? `http://localhost:${String(env.PORT)}`;
  const rendered = await render(new Request(new URL(address, base), { headers }), { clientAddress: request.ip });
  if (rendered.status !== 200 || rendered.headers.has("Set-Cookie")) return rendered;
  return keep(rendered, Buffer.from(await rendered.arrayBuffer()));
}
