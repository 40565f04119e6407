import { expect, test } from "vitest";
import { fit, leaves, textAt } from "./text-tree";

const source = {
  language: "en",
  title: "Dose",
  lessons: { a: { title: "One", summary: "" } },
  answers: [{ match: "text", text: "gray", share: 100, feedback: "" }],
  mistakes: ["Too low", "Too high"],
};

test("a unit is a place where the source says something that can be translated", () => {
  expect(leaves(source).map(({ path, text }) => [path.join(":"), text])).toEqual([
    ["title", "Dose"],
    ["lessons:a:title", "One"],
    ["answers:0:text", "gray"],
    ["mistakes:0", "Too low"],
    ["mistakes:1", "Too high"],
  ]);
});

test("a translation takes the source's shape, keeps what it says and may have more right answers", () => {
  const target = {
    language: "de",
    title: "Dosis",
    lessons: { a: { title: 7 }, gone: { title: "Weg" } },
    answers: [
      { match: "pattern", text: "Gray", share: 100, feedback: "" },
      { match: "text", text: "Gy", share: 50, feedback: "Ausgeschrieben" },
    ],
    mistakes: ["Zu klein", "Zu groß", "Zu viel"],
  };
  expect(fit(source, target)).toEqual({
    language: "de",
    title: "Dosis",
    lessons: { a: { title: "", summary: "" } },
    answers: target.answers,
    mistakes: ["Zu klein", "Zu groß"],
  });
  const written = fit(source, target, (path, text) => (path.join(":") === "lessons:a:title" ? "Eins" : text));
  expect(textAt(written, ["lessons", "a", "title"])).toBe("Eins");
  expect(textAt(written, ["lessons", "b", "title"])).toBe("");
  expect(textAt(written, ["title", "constructor"])).toBe("");
});
