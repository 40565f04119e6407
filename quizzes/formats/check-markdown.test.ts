import { expect, test } from "vitest";
import { importQuestions } from "./import-questions";

const name = `${"a".repeat(64)}.png`;
const lostOf = async (text: string, fileName: string) => {
  const { questions, losses } = await importQuestions(new TextEncoder().encode(text), { fileName });
  return { questions, whats: losses.map(({ what }) => what) };
};

test.each([
  ["GIFT", "[markdown]Is it ![a cup](https://e.org/x.png) of [this](http://e.org)?{T}", "a.gift"],
  ["CSV", 'kind,stem,key\ntrue-false,"Is it ![a cup](https://e.org/x.png) of [this](http://e.org)?",true\n', "a.csv"],
  [
    "Moodle's Markdown",
    '<quiz><question type="truefalse"><name><text>n</text></name><questiontext format="markdown"><text>Is it ![a cup](https://e.org/x.png) of [this](http://e.org)?</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>',
    "a.xml",
  ],
])("pictures from elsewhere and links in %s are reported", async (_, text, fileName) => {
  const { questions, whats } = await lostOf(text, fileName);
  expect(questions).toHaveLength(1);
  expect(whats).toEqual(['the picture "https://e.org/x.png"', 'the link to "http://e.org"']);
});

test("a picture that the file doesn't hold is reported", async () => {
  expect((await lostOf(`[markdown]Is it ![x](picture:${name})?{T}`, "a.gift")).whats).toEqual([
    `the picture "${name}"`,
  ]);
});

test("escaped signs, code, formulas and plain brackets are none", async () => {
  const text = "[markdown]Is \\\\[a\\\\](b) `[a](b)` $[a](b)$ [a] (b) [c]?{T}";
  expect((await lostOf(text, "a.gift")).whats).toEqual([]);
});

test("a link in HTML leaves its words and its address, and is reported", async () => {
  const { questions, whats } = await lostOf('[html]See <a href="https://e.org/a_b">the site</a>{T}', "a.gift");
  expect(questions).toMatchObject([
    { stem: expect.stringMatching(/^See the site \(https:\/\/e\.org\/a\\?_b\)$/) as unknown },
  ]);
  expect(whats).toEqual(['a link to "https://e.org/a_b"']);
});

test("a picture with targets only says that whoever can't point can't answer", async () => {
  const xml =
    '<assessmentItem identifier="i" title="t"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="point"><areaMapping defaultValue="0"><areaMapEntry shape="circle" coords="10,10,5" mappedValue="1"/></areaMapping></responseDeclaration><itemBody><selectPointInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Where?</prompt><object type="image/png" data="x.png" width="20" height="20">a field</object></selectPointInteraction></itemBody><responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response_point"/></assessmentItem>';
  const { questions, whats } = await lostOf(xml, "a.xml");
  expect(questions).toMatchObject([{ kind: "hotspot" }]);
  expect(whats).toContain("a list for people who can't point");
});
