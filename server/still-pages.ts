import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { env } from "../app/platform/env.server";
import { contentSecurityPolicy } from "../app/platform/security-policy";
import { gzipFilled, type PackedShell, packShell } from "../app/platform/packed-shell.server";
import {
  fill,
  registeredStillPage,
  type RootFacts,
  rootSlots,
  type Shell,
  shells,
  stillPaths,
} from "../app/platform/still.server";

/**
 * Still pages whose shell is known: the same loaders run, guards among them, and fill the shell; Remix's router, its
 * data stream and React have nothing to add. Whatever isn't exactly that case (a redirect, an error, another language)
 * goes on to Remix, which asks the loaders itself.
 */
export function stillPages(build: ServerBuild): RequestHandler {
  const findLoaders = loaderFinder(build);
  const base = env.APP_URL ?? `http://localhost:${String(env.PORT)}`;
  return (request, response, next) => {
    if (request.method !== "GET" || !stillPaths.has(request.path) || request.query["_data"] !== undefined) {
      next();
      return;
    }
    fillShell(findLoaders, request, base)
      .then((page) => {
        if (page === null) next();
        else answer(page, request, response);
      })
      .catch((error: unknown) => {
        // A shell that can't be filled is a bug, and Remix is where bugs are logged and shown.
        if (response.headersSent) next(error);
        else next();
      });
  };
}

interface Loaders {
  readonly root: Loader;
  readonly leaf: Loader;
  readonly params: LoaderFunctionArgs["params"];
}
type Loader = (args: LoaderFunctionArgs) => unknown;

/** Remix's own matching, kept by path: matching builds its table anew for each request. */
function loaderFinder(build: ServerBuild): (path: string) => Loaders | null {
  const known = new Map<string, Loaders | null>();
  const { root, ...others } = build.routes;
  const leaves = Object.values(others).flatMap((route) => (route.parentId === "root" ? [route] : []));
  const rootLoader = root?.module.loader;
  const table = leaves.map(({ id, path, index }) =>
    index === true ? { id, path: path ?? "", index: true as const } : { id, path: path ?? "" },
  );
  return (path) => {
    let found = known.get(path);
    if (found === undefined) {
      const match = matchRoutes(table, { pathname: path })?.[0];
      const leaf = match === undefined ? undefined : build.routes[match.route.id]?.module.loader;
      found =
        match === undefined || leaf === undefined || rootLoader === undefined
          ? null
          : { root: rootLoader, leaf, params: match.params };
      // `stillPaths` bounds which paths come here; this keeps pace with it.
      if (known.size > 5000) known.clear();
      known.set(path, found);
    }
    return found;
  };
}

interface Filled {
  readonly shell: Shell;
  readonly slots: Readonly<Record<string, string>>;
}

/** Shell and facts of the page, or null where it isn't a matter of filling a known shell. */
async function fillShell(
  findLoaders: (path: string) => Loaders | null,
  request: ExpressRequest,
  base: string,
): Promise<Filled | null> {
  const loaders = findLoaders(request.path);
  if (loaders === null) return null;
  const context: AppLoadContext = { clientAddress: request.ip };
  const args = { request: toWebRequest(request, base), context, params: loaders.params };
  let root: unknown;
  try {
    const [rootData, leafData] = await Promise.all([loaders.root(args), loaders.leaf(args)]);
    if (leafData !== null) return null;
    root = rootData;
  } catch {
    // Remix runs the loader again and knows what to make of what it throws.
    return null;
  }
  const page = registeredStillPage(context);
  const shell = page?.key == null ? undefined : shells.get(page.key);
  if (page === undefined || shell === undefined) return null;
  // The root loader's return type, seen from here as plain data.
  return { shell, slots: { ...page.slots, ...rootSlots(root as RootFacts, "") } };
}

function toWebRequest(request: ExpressRequest, base: string): Request {
  const headers = new Headers();
  for (const name of ["cookie", "accept-language", "user-agent"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  return new Request(new URL(request.originalUrl, base), { headers });
}

/** Packed once per shell; a shell that left the cache takes its packing with it. */
const packings = new WeakMap<Shell, PackedShell>();

function packingOf(shell: Shell): PackedShell {
  let packed = packings.get(shell);
  if (packed === undefined) packings.set(shell, (packed = packShell(shell)));
  return packed;
}

function answer({ shell, slots }: Filled, request: ExpressRequest, response: ExpressResponse): void {
  const isPacked = request.acceptsEncodings("gzip") === "gzip";
  const body = isPacked ? gzipFilled(packingOf(shell), slots) : Buffer.from(fill(shell, { slots, html: {} }));
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Security-Policy", contentSecurityPolicy({ nonce: null }));
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("Vary", "Accept-Encoding");
  if (isPacked) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.end(body);
}
