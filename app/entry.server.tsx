import { type AppLoadContext, type EntryContext, type HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { registerAllMessages, messagesFor } from "./i18n/all-messages.server";
import { isLocale, type Locale } from "./i18n/locales";
import type { Namespace } from "./i18n/messages";
import { islandUrl } from "./platform/islands.server";
import { markupOf } from "./platform/markup-of.server";
import { log } from "./platform/log.server";
import type { PageHandle } from "./platform/page-handle";
import { contentSecurityPolicy } from "./platform/security-policy";
import {
  cutShell,
  escapeHtml,
  fill,
  foldHtml,
  registeredStillPage,
  type RootFacts,
  rootSlots,
  type Shell,
  shells,
  stillPaths,
  withoutMarks,
} from "./platform/still.server";
import { randomText } from "./platform/ids.server";
import { loader as loadRoot } from "./root";

export { createSite } from "../server/site";

registerAllMessages();

export const streamTimeout = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  asked: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const remix = await withRootFacts(request, asked, context);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const page = describePage(remix);
  if (!page.handle.still && !page.isError) return answerHydrating(request, status, headers, remix, page);
  headers.set("Content-Security-Policy", contentSecurityPolicy({ nonce: null }));
  // Public pages for visitors get their own rule from server/public-cache; everything else belongs to one reader.
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  return new Response(stillMarkup(request, remix, context, page), { status, headers });
}

/**
 * After an action that threw, Remix runs no loader of the route that shows the error. The root is that route: its page
 * would be in another language and know nobody.
 */
async function withRootFacts(request: Request, remix: EntryContext, context: AppLoadContext): Promise<EntryContext> {
  const { staticHandlerContext } = remix;
  const { errors, loaderData, matches } = staticHandlerContext;
  if (errors === null || request.method === "GET" || loaderData["root"] != null) return remix;
  const root = await loadRoot({ request, context, params: matches.at(-1)?.params ?? {} });
  return { ...remix, staticHandlerContext: { ...staticHandlerContext, loaderData: { ...loaderData, root } } };
}

interface Page {
  readonly handle: PageHandle;
  readonly isError: boolean;
  readonly root: RootFacts | null;
}

function describePage(remix: EntryContext): Page {
  const { staticHandlerContext, routeModules } = remix;
  const leaf = staticHandlerContext.matches.at(-1)?.route.id;
  const isError = staticHandlerContext.errors !== null && Object.keys(staticHandlerContext.errors).length > 0;
  return {
    handle: leaf === undefined ? {} : (routeModules[leaf]?.handle ?? {}),
    isError,
    // The root loader's return type, seen from here as plain data.
    root: (staticHandlerContext.loaderData["root"] as RootFacts | undefined) ?? null,
  };
}

// ---------- pages without React in the browser ----------

function stillMarkup(request: Request, remix: EntryContext, context: AppLoadContext, page: Page): string {
  const still = page.isError ? undefined : registeredStillPage(context);
  const render = () => cutShell(withIslands(renderShell(request, remix, page), page.handle));
  const slots = { ...still?.slots, ...rootSlots(page.root, referenceOf(context)) };
  const html = still?.html ?? {};
  if (still?.key == null) return fill(render(), { slots, html });
  rememberPath(request);
  return fill(
    keptShell(still.key, () => foldHtml(render(), html)),
    { slots, html: {} },
  );
}

function keptShell(key: string, render: () => Shell): Shell {
  const known = shells.get(key);
  if (known !== undefined) return known;
  const shell = render();
  shells.set(key, shell, 3 * shell.reduce((sum, part) => sum + part.length, 0));
  return shell;
}

/** A page with a kept shell needs none of this next time: server/still-pages fills it. */
function rememberPath(request: Request): void {
  const path = new URL(request.url).pathname;
  if (!stillPaths.has(path)) stillPaths.set(path, true, 2 * path.length + 100);
}

/** Renders with marks in the place of the reader's facts, so that the result holds nobody's data. */
function renderShell(request: Request, remix: EntryContext, page: Page): string {
  const { loaderData, actionData } = remix.staticHandlerContext;
  const marked =
    page.root === null
      ? remix
      : {
          ...remix,
          staticHandlerContext: {
            ...remix.staticHandlerContext,
            actionData: withoutMarks(actionData),
            loaderData: {
              ...withoutMarks(loaderData),
              root: {
                ...withoutMarks(page.root),
                theme: "\u27e6theme\u27e7",
                path: "\u27e6path\u27e7",
                signInHref: "\u27e6signInHref\u27e7",
                reader: page.root.reader && { name: "\u27e6reader.name\u27e7" },
              },
            },
          },
        };
  return `<!DOCTYPE html>${renderToString(<RemixServer context={marked} url={request.url} />)}`;
}

function withIslands(markup: string, handle: PageHandle): string {
  const names = ["page", ...(handle.islands ?? [])];
  const tags = names.map((name) => `<script type="module" src="${escapeHtml(islandUrl(name))}"></script>`).join("");
  return markup.replace("</body>", `${tags}</body>`);
}

// ---------- pages that hydrate ----------

const carriedBefore = new Map<string, string>();

/** The texts that the page's scripts use, as a block of data; made once for each language and page. */
function carriedMessages(locale: Locale, namespaces: readonly string[]): string {
  const key = `${locale} ${namespaces.join(" ")}`;
  let carried = carriedBefore.get(key);
  if (carried === undefined) {
    // messagesFor takes known names; a handle that names another gets nothing.
    const messages = messagesFor(locale, ["common", ...(namespaces as Namespace[])]);
    carried = `<script type="application/json" id="messages">${JSON.stringify(messages).replace(/</g, "\\u003c")}</script>`;
    carriedBefore.set(key, carried);
  }
  return carried;
}

function answerHydrating(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  page: Page,
): Promise<Response> {
  const nonce = randomText(24);
  headers.set("Content-Security-Policy", contentSecurityPolicy({ nonce }));
  headers.set("Cache-Control", "private, no-store");
  const locale = isLocale(page.root?.locale) ? page.root.locale : "en";
  const carried = carriedMessages(locale, page.handle.messages ?? []);
  return new Promise((resolve, reject) => {
    const stream = renderToPipeableStream(
      <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />,
      {
        nonce,
        onAllReady() {
          markupOf(stream)
            .then((markup) => {
              const whole = markup.replaceAll("\u27e6nonce\u27e7", nonce).replace("</head>", () => `${carried}</head>`);
              resolve(new Response(whole, { status, headers }));
            })
            .catch(reject);
        },
        onShellError: reject,
        onError(error) {
          log.error({ err: error }, "a page could not be rendered");
        },
      },
    );
    setTimeout(() => {
      stream.abort();
    }, streamTimeout + 1000).unref();
  });
}

// ---------- errors ----------

const references = new WeakMap<AppLoadContext, string>();

/** The number that an error page shows and the log line carries. */
function referenceOf(context: AppLoadContext): string {
  let reference = references.get(context);
  if (reference === undefined)
    references.set(
      context,
      (reference = randomText(6)
        .toUpperCase()
        .replace(/(.{4})/, "$1-")),
    );
  return reference;
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const { pathname } = new URL(request.url);
  if (isRouteErrorResponse(error)) {
    // A method or an address that no route has: the sender's mistake, nothing that wakes an operator.
    log.info({ status: error.status, reference: referenceOf(context) }, "a request was refused");
    return;
  }
  // Tokens stand in some addresses; the log must not hold them.
  log.error(
    { err: error, reference: referenceOf(context), path: pathname.replace(/[\w-]{20,}/g, "…") },
    "a request failed",
  );
};
