import { searchIndex } from "../search/search-index";
import {
  type CatalogueQuery,
  creditChoices,
  durations,
  type FilterGroup,
  filterGroups,
  type Filters,
  satisfies,
  valuesOf,
  withoutValue,
  withoutWords,
  writeCatalogueQuery,
} from "./catalogue-filters";
import { type PublishedTrack, type PublishedTracks, publishedTracks } from "./published-tracks.server";
import { toTrackRow, type TrackRow } from "./track-row";

const pageSize = 20;

export interface FilterValue {
  readonly value: string;
  /** A society's acronym; other values are named by the page. */
  readonly name: string | null;
  /** Tracks that choosing it would show, the other groups as they are. */
  readonly count: number;
  readonly isChosen: boolean;
}

/** Something chosen, and the search without it. */
export interface Chosen {
  /** "q": the search words. */
  readonly group: FilterGroup | "q";
  readonly value: string;
  readonly name: string | null;
  /** Query part of the address without it. */
  readonly without: string;
  /** Tracks that are shown without it. */
  readonly countWithout: number;
}

export interface CataloguePage {
  readonly q: string;
  /** Tracks that satisfy everything, on all pages. */
  readonly count: number;
  readonly rows: readonly TrackRow[];
  readonly groups: readonly { readonly group: FilterGroup; readonly values: readonly FilterValue[] }[];
  readonly chosen: readonly Chosen[];
  readonly corrections: readonly { readonly typed: string; readonly taken: readonly string[] }[];
  readonly page: number;
  readonly pageCount: number;
  /** Query parts of the neighbours' addresses; null where there is none. */
  readonly previous: string | null;
  readonly next: string | null;
}

interface Found {
  readonly tracks: readonly PublishedTrack[];
  readonly corrections: CataloguePage["corrections"];
}

/**
 * Open tracks that satisfy a query, with what each further choice would give. Everything comes from memory.
 * @param stamp from `catalogueStamp`
 */
export function listCatalogue({
  query,
  locale,
  stamp,
}: {
  query: CatalogueQuery;
  locale: string;
  stamp?: string;
}): CataloguePage {
  const published = publishedTracks(stamp);
  const found = search(published, query.q);
  const fits = (filters: Filters, tracks = found.tracks) =>
    tracks.filter((track) => satisfies(valuesOf(track), filters));
  const tracks = fits(query.filters);
  const pageCount = Math.max(1, Math.ceil(tracks.length / pageSize));
  const page = Math.min(query.page, pageCount);
  const at = (number: number) =>
    number >= 1 && number <= pageCount ? writeCatalogueQuery({ ...query, page: number }) : null;
  const countAt = (without: CatalogueQuery) => fits(without.filters, search(published, without.q).tracks).length;
  return {
    q: query.q,
    count: tracks.length,
    rows: tracks.slice((page - 1) * pageSize, page * pageSize).map((track) => toTrackRow(track, locale)),
    groups: filterGroups.map((group) => ({ group, values: listValues(published, found.tracks, query.filters, group) })),
    chosen: listChosen(published, query, countAt),
    corrections: found.corrections,
    page,
    pageCount,
    previous: at(page - 1),
    next: at(page + 1),
  };
}

function search(published: PublishedTracks, q: string): Found {
  const result = q === "" ? null : searchIndex(published.index, q);
  if (result === null) return { tracks: published.open, corrections: [] };
  return { tracks: result.ids.flatMap((slug) => published.bySlug.get(slug) ?? []), corrections: result.corrections };
}

const fixedOrder: Partial<Record<FilterGroup, readonly string[]>> = { duration: durations, credits: creditChoices };

/** Values that some open track has, and those that are chosen although none has them. */
function listValues(
  published: PublishedTracks,
  found: readonly PublishedTrack[],
  filters: Filters,
  group: FilterGroup,
): FilterValue[] {
  const there = new Set([...published.open.flatMap((track) => valuesOf(track)[group]), ...filters[group]]);
  const order = fixedOrder[group];
  const values = order === undefined ? [...there].sort() : order.filter((value) => there.has(value));
  const others = found.filter((track) => satisfies(valuesOf(track), filters, group));
  return values.map((value) => ({
    value,
    name: nameOf(published, group, value),
    count: others.filter((track) => valuesOf(track)[group].includes(value)).length,
    isChosen: filters[group].includes(value),
  }));
}

function nameOf(published: PublishedTracks, group: FilterGroup, value: string): string | null {
  return group === "society" ? (published.societies.find(({ slug }) => slug === value)?.acronym ?? value) : null;
}

function listChosen(
  published: PublishedTracks,
  query: CatalogueQuery,
  countAt: (without: CatalogueQuery) => number,
): Chosen[] {
  const one = (group: Chosen["group"], value: string, name: string | null, without: CatalogueQuery): Chosen => ({
    group,
    value,
    name,
    without: writeCatalogueQuery(without),
    countWithout: countAt(without),
  });
  const words = query.q === "" ? [] : [one("q", query.q, null, withoutWords(query))];
  const values = filterGroups.flatMap((group) =>
    query.filters[group].map((value) =>
      one(group, value, nameOf(published, group, value), withoutValue(query, group, value)),
    ),
  );
  return [...words, ...values];
}
