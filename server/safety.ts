import type { RequestHandler } from "express";
import { largestPackage } from "../app/authoring/portable/package-format";
import { largestTranslationFile } from "../app/authoring/translations/exchange-unit";
import { mostPictureBytes } from "../app/media/lesson-pictures.server";
import { mostLogoBytes } from "../app/media/make-logo.server";
import { env } from "../app/platform/env.server";
import { answerRefusal } from "./answer-refusal";

/** What each request must satisfy before anything reads it. */

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const hostName = (header: string | undefined) => (header ?? "").replace(/:\d+$/, "").toLowerCase();

/**
 * In demonstration mode the site answers only this machine: accounts with published passwords must not be reachable
 * from elsewhere. With APP_URL set it answers that host only, so that no link in a mail can name another.
 */
export const refuseForeignHosts: RequestHandler = (request, response, next) => {
  const host = hostName(request.headers.host);
  const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"].some(
    (h) => request.headers[h] !== undefined,
  );
  const welcome = env.isDemonstration
    ? loopback.has(host) && !forwarded
    : host === new URL(env.APP_URL ?? "").hostname || (loopback.has(host) && isProbe(request.path));
  if (welcome) {
    next();
    return;
  }
  const words = { address: env.APP_URL ?? "" };
  const text = env.isDemonstration ? "common:refusal.demonstration" : "common:refusal.host";
  answerRefusal(request, response, { status: 421, text, words });
};

const isProbe = (path: string) => path === "/healthz" || path === "/readyz" || path === "/metrics";

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  response.setHeader(
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self), picture-in-picture=(self)",
  );
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
  if (env.APP_URL?.startsWith("https:"))
    response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  next();
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** A change must come from a page of ours: browsers say where a request comes from, and forms of other sites can't lie. */
export const refuseForeignOrigins: RequestHandler = (request, response, next) => {
  if (safeMethods.has(request.method)) {
    next();
    return;
  }
  const site = request.headers["sec-fetch-site"];
  const origin = request.headers.origin;
  const sameOrigin =
    origin === undefined ? site === "same-origin" || site === "none" : isOurs(origin, request.headers.host);
  if (sameOrigin && (site === undefined || site === "same-origin" || site === "none")) {
    next();
    return;
  }
  answerRefusal(request, response, { status: 403, text: "common:refusal.origin" });
};

function isOurs(origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  return env.APP_URL === undefined ? new URL(origin).host === host : origin === new URL(env.APP_URL).origin;
}

const bodyLimit = 256 * 1024;

const megabyte = 1_048_576;

/** Pages whose forms carry a file, or a long text. Those with files: their actions ask for the right first and count the file's bytes while they read. */
const largeForms: readonly { readonly path: RegExp; readonly limit: number }[] = [
  { path: /^\/society\/[^/]+\/banks\/[^/]+\/import\/?$/, limit: 64 * megabyte + bodyLimit },
  { path: /^\/society\/[^/]+\/banks\/[^/]+\/(?:new|questions\/[^/]+\/edit)\/?$/, limit: 8 * megabyte + bodyLimit },
  { path: /^\/society\/[^/]+\/tracks\/import\/?$/, limit: largestPackage + bodyLimit },
  { path: /^\/society\/[^/]+\/tracks\/[^/]+\/pictures\/?$/, limit: 2 * mostPictureBytes + bodyLimit },
  {
    path: /^\/society\/[^/]+\/tracks\/[^/]+\/translations\/[^/]+\/import\/?$/,
    limit: largestTranslationFile + bodyLimit,
  },
  // Texts of a lesson, of its captions and of a page of translations, whose letters a form writes with up to nine.
  {
    path: /^\/society\/[^/]+\/tracks\/[^/]+\/(?:lessons\/[^/]+\/(?:text\/[^/]+(?:\/live)?|recording)|translations\/[^/]+)\/?$/,
    limit: 5 * megabyte,
  },
  // A logo may have 2 MB. What is larger is let through as far as the page, whose own sentence says so.
  { path: /^\/society\/[^/]+\/settings\/?$/, limit: 4 * mostLogoBytes + bodyLimit },
  // 60,000 letters, each of which a form may write with nine.
  { path: /^\/admin\/pages\/[^/]+\/[^/]+\/?$/, limit: megabyte },
];

/** Forms and JSON are small; the few pages that take a file have their own limit. */
export const refuseLargeBodies: RequestHandler = (request, response, next) => {
  const length = Number(request.headers["content-length"] ?? "0");
  const limit = largeForms.find(({ path }) => path.test(request.path))?.limit ?? bodyLimit;
  const tooLarge = () => {
    const most = limit === bodyLimit ? "256 kB" : `${String(Math.floor(limit / megabyte))} MB`;
    answerRefusal(request, response, { status: 413, text: "common:refusal.large", words: { most } });
  };
  if (length > limit) {
    tooLarge();
    return;
  }
  if (
    !safeMethods.has(request.method) &&
    request.headers["content-length"] === undefined &&
    request.headers["transfer-encoding"] !== undefined
  ) {
    answerRefusal(request, response, { status: 411, text: "common:refusal.length" });
    return;
  }
  next();
};
