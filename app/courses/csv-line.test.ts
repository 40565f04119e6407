import { expect, test } from "vitest";
import { csvLine } from "./csv-line";

test("a text that a spreadsheet would run as a formula gets an apostrophe in front", () => {
  expect(csvLine(["=1+1", "+43", "-2", "@SUM(A1)", "\t=1", "a=b", ""])).toBe("'=1+1,'+43,'-2,'@SUM(A1),'\t=1,a=b,\r\n");
  expect(csvLine(['=HYPERLINK("https://a.example","b")'])).toBe('"\'=HYPERLINK(""https://a.example"",""b"")"\r\n');
});

test("commas, quotes and line breaks stay in their cell", () => {
  expect(csvLine(["Doe, Jane", 'the "best"', "two\nlines", 8.5])).toBe(
    '"Doe, Jane","the ""best""","two\nlines",8.5\r\n',
  );
});
