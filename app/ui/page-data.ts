import { useRouteLoaderData } from "@remix-run/react";

/** What the root loader tells every page. Null fields where the root loader itself failed. */
export interface PageData {
  readonly theme: string;
  /** Path and query: where a form of the header comes back to. */
  readonly path: string;
  readonly signInHref: string;
  /** Path without language and query: tells which place of the navigation this is. */
  readonly place: string;
  readonly siteTitle: string;
  readonly isDemonstration: boolean;
  readonly reader: { readonly name: string } | null;
}

const nothing: PageData = {
  theme: "system",
  path: "/",
  signInHref: "/sign-in",
  place: "/",
  siteTitle: "Stepwedge",
  isDemonstration: false,
  reader: null,
};

export function usePageData(): PageData {
  // The root loader's own type would make ui depend on the composition root; this interface is its promise to ui.
  return useRouteLoaderData<() => PageData>("root") ?? nothing;
}
