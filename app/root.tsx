import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import sans from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import serif from "@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-normal.woff2?url";
import { findWorkspace } from "./authoring/workspace/find-workspace.server";
import { findViewer } from "./auth/viewer.server";
import { chooseLocale } from "./i18n/choose-locale.server";
import { useLocale } from "./i18n/use-translate";
import { env } from "./platform/env.server";
import { openToAll } from "./platform/http.server";
import { readCookie } from "./platform/cookies.server";
import type { PageHandle } from "./platform/page-handle";
import { ErrorPage } from "./ui/error-page";
import { Footer } from "./ui/footer";
import { Header } from "./ui/header";
import { withoutLocale } from "./ui/public-path";
import { WorkspaceBar } from "./ui/workspace-bar";
import styles from "./ui/styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: sans, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "preload", href: serif, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/mark.svg", type: "image/svg+xml" },
];

/** What every page shows of its reader and its site. On still pages entry.server puts marks in the place of `reader`. */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const viewer = await findViewer(args);
  const url = new URL(args.request.url);
  const locale = chooseLocale(args.request, args.params["lang"], viewer?.locale);
  return {
    locale,
    theme: viewer?.theme ?? readCookie(args.request, "theme") ?? "system",
    path: url.pathname + url.search,
    signInHref: `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`,
    place: withoutLocale(url.pathname),
    siteTitle: env.SITE_TITLE,
    isDemonstration: env.isDemonstration,
    reader: viewer === null ? null : { name: viewer.name },
    workspace: findWorkspace({ viewer, pathname: url.pathname, locale }),
  };
}

/** Pages that name no title, and error pages, are called as the site is. */
export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.siteTitle }] : []);

function usePageHandle(): PageHandle {
  const handle: unknown = useMatches().at(-1)?.handle;
  // A route's `handle` is ours to type; Remix gives it back as unknown.
  return handle ?? {};
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const locale = useLocale();
  const handle = usePageHandle();
  // A page that broke is still, whatever it was to be; without a match there isn't even a handle that says so.
  const isBroken = (useRouteError() ?? null) !== null;
  return (
    <html lang={locale} data-theme={root?.theme ?? "system"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body className={handle.room ? "room" : undefined}>
        {children}
        {handle.still || isBroken ? null : <Scripts nonce={"\u27e6nonce\u27e7"} />}
      </body>
    </html>
  );
}

export default function App() {
  const handle = usePageHandle();
  if (handle.chrome === "bare") return <Outlet />;
  return (
    <>
      <Header />
      <WorkspaceBar />
      <Outlet />
      <Footer />
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <>
      <Header />
      <WorkspaceBar />
      <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />
      <Footer />
    </>
  );
}
