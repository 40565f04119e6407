import { expect, test } from "vitest";
import { attachmentHeader, pdfFileName } from "./pdf-file-name";

const number = "7Q4M-K2XF-9RTB-W03H-6A";

test.each([
  ["Strahlenschutz für Größen", "Strahlenschutz für Größen", "Strahlenschutz fur Grossen"],
  ["A/B: what? <1>", "A B what 1", "A B what 1"],
  ["Ακτινοπροστασία", "Ακτινοπροστασία", "-"],
  ["x".repeat(300), "x".repeat(100), "x".repeat(100)],
])("a file about %s has a name that every system takes", (trackTitle, full, ascii) => {
  expect(pdfFileName({ trackTitle, number })).toEqual({
    full: `${full} ${number}.pdf`,
    ascii: `${ascii} ${number}.pdf`,
  });
});

test("the header quotes the plain name and encodes the full one", () => {
  const header = attachmentHeader(pdfFileName({ trackTitle: "L’été (1) d'or", number }));
  expect(header).toBe(
    `attachment; filename="L-ete (1) d'or ${number}.pdf"; filename*=UTF-8''L%E2%80%99%C3%A9t%C3%A9%20%281%29%20d%27or%20${number}.pdf`,
  );
});
