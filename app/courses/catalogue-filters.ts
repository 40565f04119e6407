import { locales } from "../i18n/locales";

/**
 * The filters of the catalogue and their place in the address. Within a group any of the chosen values will do; every
 * group must be satisfied. Values that mean nothing here are left out, so that a mistyped address still shows tracks.
 */

export const filterGroups = ["modality", "profession", "society", "language", "duration", "credits"] as const;
export type FilterGroup = (typeof filterGroups)[number];

export type Filters = Readonly<Record<FilterGroup, readonly string[]>>;

export interface CatalogueQuery {
  /** Search words as typed, without spaces around them. */
  readonly q: string;
  readonly filters: Filters;
  /** From 1. */
  readonly page: number;
}

export const durations = ["up-to-60", "60-to-120", "over-120"] as const;
export type Duration = (typeof durations)[number];
export const creditChoices = ["yes", "no"] as const;

/** What a filter looks at. */
export interface Filterable {
  readonly modality: string;
  readonly professions: readonly string[];
  readonly society: { readonly slug: string };
  readonly languages: readonly string[];
  readonly minutes: number;
  readonly creditHundredths: number;
}

export function durationOf(minutes: number): Duration {
  if (minutes <= 60) return "up-to-60";
  return minutes <= 120 ? "60-to-120" : "over-120";
}

/** The values of a track in each group. */
export function valuesOf(track: Filterable): Filters {
  return {
    modality: [track.modality],
    profession: track.professions,
    society: [track.society.slug],
    language: track.languages,
    duration: [durationOf(track.minutes)],
    credits: [track.creditHundredths > 0 ? "yes" : "no"],
  };
}

/** @param except a group that is left out of account */
export function satisfies(values: Filters, filters: Filters, except?: FilterGroup): boolean {
  return filterGroups.every(
    (group) =>
      group === except || filters[group].length === 0 || filters[group].some((value) => values[group].includes(value)),
  );
}

const longestQuery = 100;
const highestPage = 10_000;
const code = /^[A-Za-z0-9-]{1,100}$/;
const closed: Partial<Record<FilterGroup, readonly string[]>> = {
  language: locales,
  duration: durations,
  credits: creditChoices,
};

function readGroup(params: URLSearchParams, group: FilterGroup): string[] {
  const allowed = closed[group];
  const values = params
    .getAll(group)
    .filter((value) => (allowed === undefined ? code.test(value) : allowed.includes(value)));
  return [...new Set(values)].sort().slice(0, 20);
}

/** Reads an address; whatever is wrong in it counts as not said. */
export function readCatalogueQuery(params: URLSearchParams): CatalogueQuery {
  const page = Number(params.get("page") ?? "1");
  return {
    // The brackets of a shell's marks (platform/slot) are no words either.
    q: (params.get("q") ?? "")
      .replace(/[\s\u27e6\u27e7]+/g, " ")
      .trim()
      .slice(0, longestQuery),
    filters: {
      modality: readGroup(params, "modality"),
      profession: readGroup(params, "profession"),
      society: readGroup(params, "society"),
      language: readGroup(params, "language"),
      duration: readGroup(params, "duration"),
      credits: readGroup(params, "credits"),
    },
    page: Number.isInteger(page) && page >= 1 && page <= highestPage ? page : 1,
  };
}

/** The query part of the address, with "?" in front, or nothing: the same query always gives the same text. */
export function writeCatalogueQuery(query: CatalogueQuery): string {
  const params = new URLSearchParams();
  if (query.q !== "") params.set("q", query.q);
  for (const group of filterGroups) for (const value of query.filters[group]) params.append(group, value);
  if (query.page > 1) params.set("page", String(query.page));
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

export const noFilters: Filters = {
  modality: [],
  profession: [],
  society: [],
  language: [],
  duration: [],
  credits: [],
};

/** The same search without one value, from its first page. */
export function withoutValue(query: CatalogueQuery, group: FilterGroup, value: string): CatalogueQuery {
  return {
    ...query,
    page: 1,
    filters: { ...query.filters, [group]: query.filters[group].filter((chosen) => chosen !== value) },
  };
}

/** The same filters without the search words. */
export function withoutWords(query: CatalogueQuery): CatalogueQuery {
  return { ...query, page: 1, q: "" };
}
