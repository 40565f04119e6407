import { expect, test } from "vitest";
import { exampleFacts, exampleSource } from "./certificate.fixture";
import { composeDocument } from "./document-content";

test("the four figures say score, time, measured playing and credits, each with its condition", () => {
  expect(composeDocument(exampleSource("Anna")).figures).toEqual([
    { label: "Assessment", value: "84%", note: "pass mark 70%, best of 2 attempts" },
    { label: "Time", value: "3\u00a0h 14\u00a0min", note: "planned duration, 14 lessons" },
    { label: "Webinars", value: "96% played", note: "of 12\u00a0min, measured" },
    { label: "Credits", value: "None", note: "track without accreditation" },
  ]);
});

test("a track without a recording claims no playing", () => {
  const content = composeDocument(exampleSource("Anna", { watched: null }));
  expect(content.figures[2]).toEqual({ label: "Webinars", value: "None", note: "the track has no recording" });
});

test("modules number their lessons through, one lesson without a range", () => {
  const modules = [
    { title: "A", minutes: 10, lessons: 2 },
    { title: "B", minutes: 70, lessons: 1 },
  ];
  const content = composeDocument(exampleSource("Anna", { modules }));
  expect(content.modules.rows).toEqual([
    ["1. A", "1 to 2", "10\u00a0min"],
    ["2. B", "3", "1\u00a0h 10\u00a0min"],
  ]);
  expect(content.modules.total).toEqual(["Total", "3", "1\u00a0h 20\u00a0min"]);
  expect(content.steps).toEqual([2, 1]);
});

test("the printed address leaves out protocol, number and the offline payload, which only the code carries", () => {
  const verifyUrl = `${exampleFacts().verifyUrl}#signed-payload`;
  const { check, qr } = composeDocument(exampleSource("Anna", { verifyUrl }));
  expect(check.address).toBe("learn.example/verify");
  expect(check.url).toBe(exampleFacts().verifyUrl);
  expect(qr.svg).not.toBe(composeDocument(exampleSource("Anna")).qr.svg);
});

test("French writes the first of a month as an ordinal", () => {
  const day = (completedAt: string) =>
    composeDocument(exampleSource("Anna", { language: "fr", completedAt, issuedAt: completedAt })).onDate;
  expect(day("2026-12-01T08:00:00Z")).toBe("le 1er décembre 2026");
  expect(day("2026-12-11T08:00:00Z")).toBe("le 11 décembre 2026");
});

test("only demonstration mode has the word across, the mark and the sentence", () => {
  const real = JSON.stringify(composeDocument(exampleSource("Anna")));
  expect(real).not.toMatch(/demonstration/i);
  const shown = composeDocument(exampleSource("Anna", { demonstration: true }));
  expect([shown.across, shown.ident.mark]).toEqual(["DEMONSTRATION", "(demonstration)"]);
  expect(shown.statements.at(-1)).toContain("not issued or endorsed by");
});
