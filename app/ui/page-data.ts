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
  readonly places: readonly PlaceLink[];
  /** Of the track whose page this is; null on every other page. */
  readonly track: TrackPagesData | null;
}

export interface PlaceLink {
  readonly href: string;
  readonly text: string;
  /** The page itself, or the place that it belongs to. */
  readonly isHere: "page" | "within" | null;
}

/** The navigation between the pages of a track, in finished words. */
export interface TrackPagesData {
  /** Name of the navigation. */
  readonly label: string;
  /** Name of the way back. */
  readonly crumbs: string;
  /** Where all tracks of the society are. */
  readonly list: { readonly href: string; readonly text: string };
  /** The track's first page. */
  readonly home: string;
  readonly pages: readonly PlaceLink[];
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
