import { expect, it } from "vitest";
import { freeId, slugOf } from "./slug";

it("makes lower-case words of any text and cuts between them", () => {
  expect(slugOf("Größe der Dosis: CTDIvol?", 40, "question")).toBe("grosse-der-dosis-ctdivol");
  expect(slugOf("one two three", 8, "question")).toBe("one-two");
  expect(slugOf("∑ ?", 40, "question")).toBe("question");
});

it("finds the first free number behind a taken id", () => {
  const taken = new Set(["beam", "beam-2"]);
  expect(freeId("beam", (id) => taken.has(id))).toBe("beam-3");
  expect(freeId("tube", (id) => taken.has(id))).toBe("tube");
});
