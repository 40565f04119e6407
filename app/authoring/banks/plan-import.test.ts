import { expect, it } from "vitest";
import { sixQuestions } from "../../../tests/support/questions";
import { planImport } from "./plan-import";

const [one, two] = sixQuestions;
if (one === undefined || two === undefined) throw new Error("no questions");
const changed = { ...one, stem: "Another stem" };
const bankWithOne = (id: string) => (id === one.id ? (question: typeof one) => question.stem === one.stem : undefined);
const fates = (plan: ReturnType<typeof planImport>) => plan.map(({ fate, question }) => [fate, question.id]);

it("takes free ids as they are and finds what is there already", () => {
  expect(fates(planImport([one, two], bankWithOne, "beside"))).toEqual([
    ["there", one.id],
    ["new", two.id],
  ]);
});

it("puts another text of a known id beside it, or makes it a revision where that is asked", () => {
  expect(fates(planImport([changed], bankWithOne, "beside"))).toEqual([["renamed", `${one.id}-2`]]);
  expect(fates(planImport([changed], bankWithOne, "revise"))).toEqual([["revision", one.id]]);
});

it("tells two questions of one file apart that share an id", () => {
  expect(fates(planImport([two, { ...two, stem: "x" }, { ...two, stem: "y" }], () => undefined, "revise"))).toEqual([
    ["new", two.id],
    ["renamed", `${two.id}-2`],
    ["renamed", `${two.id}-3`],
  ]);
});
