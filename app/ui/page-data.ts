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
  /** Of the society whose page this is, for who works there; null on every other page. */
  readonly workspace: WorkspaceData | null;
}

export interface WorkspaceData {
  readonly acronym: string;
  readonly name: string;
  /** "#rrggbb" or "". */
  readonly colour: string;
  /** The role in words. */
  readonly role: string;
  /** Name of the navigation. */
  readonly label: string;
  /** `isHere`: the page itself, or the place that it belongs to. */
  readonly places: readonly {
    readonly href: string;
    readonly text: string;
    readonly isHere: "page" | "within" | null;
  }[];
}

const nothing: PageData = {
  theme: "system",
  path: "/",
  signInHref: "/sign-in",
  place: "/",
  siteTitle: "Stepwedge",
  isDemonstration: false,
  reader: null,
  workspace: null,
};

export function usePageData(): PageData {
  // The root loader's own type would make ui depend on the composition root; this interface is its promise to ui.
  return useRouteLoaderData<() => PageData>("root") ?? nothing;
}
