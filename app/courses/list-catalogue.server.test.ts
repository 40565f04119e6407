import { describe, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { noFilters, readCatalogueQuery } from "./catalogue-filters";
import { findSocietyPage } from "./find-society-page.server";
import { listCatalogue } from "./list-catalogue.server";
import { listPublicPlaces } from "./list-public-places.server";

const list = (query = "", locale = "en") =>
  listCatalogue({ query: readCatalogueQuery(new URLSearchParams(query)), locale });
const slugs = (query = "") => list(query).rows.map(({ slug }) => slug);

describe("the catalogue", () => {
  dbTest("shows open tracks only, the latest prepared first, and so does its search", async ({ given, now }) => {
    await given.edition({ slug: "older", manifest: { preparedOn: "2025-01-01" } });
    await given.edition({ slug: "newer", manifest: { preparedOn: "2026-01-01" } });
    await given.edition({ slug: "unlisted", availability: "unlisted" });
    await given.edition({ slug: "invited", availability: "invited" });
    await given.edition({ slug: "later", opensAt: now });
    await given.edition({ slug: "withdrawn", availability: "withdrawn" });
    expect(slugs("q=track")).toHaveLength(2);
    expect(slugs()).toEqual(["newer", "older"]);
    expect(list().count).toBe(2);
  });

  dbTest("a publication shows at once, and so does a withdrawal", async ({ given, transact }) => {
    expect(slugs()).toEqual([]);
    const { track } = await given.edition({ slug: "a-track" });
    expect(slugs()).toEqual(["a-track"]);
    await transact(async (tx) => {
      await tx.track.update({ where: { id: track.id }, data: { availability: "withdrawn" } });
      await tx.publicVersion.update({ where: { name: "catalogue" }, data: { version: { increment: 1 } } });
    });
    expect(slugs()).toEqual([]);
  });

  dbTest("speaks the reader's language where the track does, and English otherwise", async ({ given }) => {
    await given.edition({ slug: "a-track", languages: ["de"] });
    expect(list("", "de").rows[0]).toMatchObject({
      title: "de: Track a-track",
      language: "de",
      languages: ["en", "de"],
    });
    expect(list("", "it").rows[0]).toMatchObject({ title: "Track a-track", language: "en" });
  });

  dbTest("finds by title, lesson and society, and says which word it corrected", async ({ given }) => {
    const society = await given.society({ acronym: "ESR", name: "European Society of Radiology" });
    await given.edition({ slug: "shielding", societyId: society.id });
    await given.edition({ slug: "dosimetry" });
    expect(slugs("q=sheilding")).toEqual(["shielding"]);
    expect(slugs("q=radiology")).toEqual(["shielding"]);
    expect(slugs("q=webinar").sort()).toEqual(["dosimetry", "shielding"]);
    expect(list("q=sheilding").corrections).toEqual([{ typed: "sheilding", taken: ["shielding"] }]);
  });

  dbTest("counts what each further choice would show", async ({ given }) => {
    await given.edition({ slug: "ct", manifest: { modality: "CT", professions: ["radiographer"] } });
    await given.edition({
      slug: "xa",
      languages: ["de"],
      manifest: { modality: "XA", professions: ["radiographer", "nurse"] },
    });
    const counts = (query: string, group: string) =>
      Object.fromEntries(
        list(query)
          .groups.find((entry) => entry.group === group)
          ?.values.map(({ value, count }) => [value, count]) ?? [],
      );
    expect(counts("", "profession")).toEqual({ radiographer: 2, nurse: 1 });
    expect(counts("modality=CT", "profession")).toEqual({ radiographer: 1, nurse: 0 });
    expect(counts("modality=CT", "modality")).toEqual({ CT: 1, XA: 1 });
    expect(counts("language=de", "modality")).toEqual({ CT: 0, XA: 1 });
  });

  dbTest("without results it says how many each filter hides", async ({ given }) => {
    await given.edition({ slug: "ct", manifest: { modality: "CT" } });
    const page = list("modality=NM&language=en&credits=no");
    expect(page.rows).toEqual([]);
    expect(page.chosen.map(({ group, value, countWithout }) => [group, value, countWithout])).toEqual([
      ["modality", "NM", 1],
      ["language", "en", 0],
      ["credits", "no", 0],
    ]);
    expect(page.chosen[0]?.without).toBe("?language=en&credits=no");
    expect(list("q=nothingatall&modality=CT").chosen[0]).toMatchObject({
      group: "q",
      countWithout: 1,
      without: "?modality=CT",
    });
  });

  dbTest("puts twenty on a page and stops at the last one", async ({ given }) => {
    const society = await given.society();
    for (let i = 1; i <= 21; i++) await given.edition({ slug: `track-${String(i)}`, societyId: society.id });
    expect(list()).toMatchObject({ count: 21, page: 1, pageCount: 2, previous: null, next: "?page=2" });
    expect(list("page=2")).toMatchObject({ page: 2, previous: "", next: null });
    expect(list("page=2").rows).toHaveLength(1);
    expect(list("page=99").page).toBe(2);
  });

  dbTest("a society that has no tracks gives no filter value", async ({ given }) => {
    await given.society({ slug: "silent" });
    await given.edition();
    expect(list().groups.find(({ group }) => group === "society")?.values).toHaveLength(1);
    expect(list().chosen).toEqual([]);
    expect(readCatalogueQuery(new URLSearchParams()).filters).toEqual(noFilters);
  });
});

dbTest("the sitemap names open tracks and societies, no other tracks", async ({ given, now }) => {
  const society = await given.society({ slug: "a-society" });
  await given.edition({ slug: "open", societyId: society.id });
  await given.edition({ slug: "unlisted", societyId: society.id, availability: "unlisted" });
  await given.edition({ slug: "invited", societyId: society.id, availability: "invited" });
  await given.edition({ slug: "later", societyId: society.id, opensAt: now });
  await given.edition({ slug: "withdrawn", societyId: society.id, availability: "withdrawn" });
  expect(findSocietyPage({ societySlug: "a-society", locale: "en" })?.rows.map(({ slug }) => slug)).toEqual(["open"]);
  expect(listPublicPlaces()).toEqual([
    { place: "/", changedOn: null },
    { place: "/catalogue", changedOn: null },
    { place: "/societies", changedOn: null },
    { place: "/tracks/open", changedOn: "2026-03-02" },
    { place: "/societies/a-society", changedOn: null },
  ]);
});
