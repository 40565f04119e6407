import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { mark } from "../../engine/mark";
import { importQti } from "./import-qti";
import { wholeItem } from "./read-item";

const bytes = (text: string) => new TextEncoder().encode(text);
const item = (parts: {
  declarations?: string;
  body: string;
  processing?: string;
  after?: string;
  attributes?: string;
}) => `<?xml version="1.0"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i1" title="" adaptive="false" timeDependent="false" ${parts.attributes ?? ""}>
${parts.declarations ?? ""}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<itemBody>${parts.body}</itemBody>${parts.processing ?? ""}${parts.after ?? ""}</assessmentItem>`;
const matchCorrect =
  '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';
const choice = (attributes: string, key: readonly string[]) => ({
  declarations: `<responseDeclaration identifier="RESPONSE" ${attributes} baseType="identifier"><correctResponse>${key.map((k) => `<value>${k}</value>`).join("")}</correctResponse></responseDeclaration>`,
  body: '<p>Which?</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice><simpleChoice identifier="C">c</simpleChoice></choiceInteraction>',
});
const single = choice('cardinality="single"', ["A"]);

async function pack(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(parts));
}
const manifest = (...hrefs: readonly string[]) =>
  `<manifest><resources>${hrefs.map((href, at) => `<resource identifier="r${String(at)}" type="imsqti_item_xmlv2p1" href="${href}"/>`).join("")}</resources></manifest>`;

test.each([
  ["an entity", '<!DOCTYPE x [<!ENTITY a "b">]><assessmentItem>&a;</assessmentItem>', "declares a document type"],
  ["an external file", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><assessmentItem/>', "declares a document type"],
  ["an unknown entity", "<assessmentItem>&nbsp;</assessmentItem>", "isn't an entity of XML"],
  ["an open element", "<assessmentItem><itemBody></assessmentItem>", "isn't well-formed XML"],
  ["two roots or none", "", "XML"],
  ["something else", "<html/>", "isn't an item, a test or a package"],
  ["a test alone", "<assessmentTest/>", "Import the package"],
  ["deep nesting", "<a>".repeat(5000) + "</a>".repeat(5000), "x.xml"],
])("XML with %s is refused with a sentence", async (_, xml, sentence) => {
  const imported = await importQti(bytes(xml), "x.xml");
  expect(imported.refused).toContain(sentence);
  expect(imported.questions).toEqual([]);
});

test("a text in the wrong encoding is refused", async () => {
  const imported = await importQti(
    new Uint8Array([...bytes("<assessmentItem>"), 0xff, ...bytes("</assessmentItem>")]),
    "x.xml",
  );
  expect(imported.refused).toContain("encoding");
});

test("one damaged item of a package costs that item only", async () => {
  const files = {
    "imsmanifest.xml": manifest("a.xml", "b.xml", "gone.xml"),
    "a.xml": item({ ...single, processing: matchCorrect }),
    "b.xml": "<broken",
  };
  const imported = await importQti(await pack(files), "p.zip");
  expect(imported.questions).toHaveLength(1);
  expect(imported.losses.filter(({ what }) => what === wholeItem).map(({ file }) => file)).toEqual([
    "b.xml",
    "gone.xml",
  ]);
});

test("addresses never leave the package", async () => {
  const body = `<p><img src="../../../etc/passwd" alt="Secret"/></p>${single.body}`;
  const files = { "imsmanifest.xml": manifest("a.xml"), "a.xml": item({ ...single, body, processing: matchCorrect }) };
  const imported = await importQti(await pack(files), "p.zip");
  expect(imported.pictures.size).toBe(0);
  expect(imported.losses.map(({ what }) => what)).toContain('the picture "../../../etc/passwd"');
});

test("processing by hand is understood by what it does", async () => {
  const processing = `<responseProcessing><responseCondition>
    <responseIf><match><variable identifier="RESPONSE"/><baseValue baseType="identifier">B</baseValue></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf>
    <responseElseIf><member><variable identifier="RESPONSE"/><multiple><baseValue baseType="identifier">C</baseValue></multiple></member><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0.5</baseValue></setOutcomeValue></responseElseIf>
  </responseCondition></responseProcessing>`;
  const { questions, losses } = await importQti(bytes(item({ ...single, processing })), "x.xml");
  const [question] = questions;
  expect(question).toMatchObject({
    kind: "single",
    key: "b",
    options: [{ id: "a" }, { id: "b" }, { id: "c", share: 50 }],
  });
  expect(losses.map(({ what }) => what)).toContain('the correct response "A"');
});

test("what isn't understood is replaced by the correct response, with a loss", async () => {
  const processing =
    '<responseProcessing><setOutcomeValue identifier="SCORE"><customOperator/></setOutcomeValue></responseProcessing>';
  const { questions, losses } = await importQti(bytes(item({ ...single, processing })), "x.xml");
  expect(questions).toMatchObject([{ kind: "single", key: "a" }]);
  expect(losses.find(({ what }) => what === "its scoring")?.why).toContain("customOperator");
});

test("an item without a key and without a scoring that is understood is lost", async () => {
  const declarations = '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>';
  const { questions, losses } = await importQti(bytes(item({ ...single, declarations })), "x.xml");
  expect(questions).toEqual([]);
  expect(losses).toHaveLength(1);
  expect(losses[0]?.what).toBe(wholeItem);
});

test("feedback of a choice becomes its why, feedback that always shows the explanation", async () => {
  const own = {
    declarations: `${single.declarations}<outcomeDeclaration identifier="F" cardinality="multiple" baseType="identifier"/>`,
    body: single.body.replace(
      ">a<",
      '>a<feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">Because.</feedbackInline><',
    ),
    processing: `<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition>
      <setOutcomeValue identifier="F"><multiple><variable identifier="RESPONSE"/><baseValue baseType="identifier">all</baseValue></multiple></setOutcomeValue></responseProcessing>`,
    after:
      '<modalFeedback outcomeIdentifier="F" identifier="all" showHide="show">For everybody.</modalFeedback><modalFeedback outcomeIdentifier="F" identifier="B" showHide="show">Not b.</modalFeedback>',
  };
  const { questions, losses } = await importQti(bytes(item(own)), "x.xml");
  expect(questions).toMatchObject([
    {
      explanation: "For everybody.",
      options: [{ text: "a", why: "Because." }, { text: "b", why: "Not b." }, { why: "" }],
    },
  ]);
  expect(losses).toEqual([]);
});

test("a tolerance, two bounds and a slider become numbers with a tolerance", async () => {
  const declarations =
    '<responseDeclaration identifier="R" cardinality="single" baseType="float"><correctResponse><value>10</value></correctResponse></responseDeclaration>';
  const body = '<p>How many? <textEntryInteraction responseIdentifier="R"/></p>';
  const one = '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>';
  const when = (test: string) =>
    `<responseProcessing><responseCondition><responseIf>${test}${one}</responseIf></responseCondition></responseProcessing>`;
  const near = when(
    '<equal toleranceMode="relative" tolerance="5 5"><correct identifier="R"/><variable identifier="R"/></equal>',
  );
  const between = when(
    '<and><gte><variable identifier="R"/><baseValue baseType="float">8</baseValue></gte><lte><variable identifier="R"/><baseValue baseType="float">14</baseValue></lte></and>',
  );
  const key = async (xml: string) => (await importQti(bytes(xml), "x.xml")).questions[0];
  expect(await key(item({ declarations, body, processing: near }))).toMatchObject({
    key: { value: 10, tolerance: { relative: 0.05 } },
  });
  expect(await key(item({ declarations, body, processing: between }))).toMatchObject({
    key: { value: 11, tolerance: { absolute: 3 } },
  });
  const slider = '<p>How many?</p><sliderInteraction responseIdentifier="R" lowerBound="0" upperBound="20"/>';
  expect(
    await key(
      item({
        declarations: declarations.replace('"R"', '"RESPONSE"'),
        body: slider.replace('"R"', '"RESPONSE"'),
        processing: matchCorrect,
      }),
    ),
  ).toMatchObject({ kind: "numeric", key: { value: 10 } });
});

test.each([
  "associateInteraction",
  "uploadInteraction",
  "drawingInteraction",
  "mediaInteraction",
  "customInteraction",
  "graphicOrderInteraction",
])("%s is one loss", async (name) => {
  const { questions, losses } = await importQti(
    bytes(item({ ...single, body: `<p>Do it.</p><${name} responseIdentifier="RESPONSE"/>` })),
    "x.xml",
  );
  expect(questions).toEqual([]);
  expect(losses).toEqual([
    { file: "x.xml", item: "i1", what: wholeItem, why: `no kind of question is like its ${name}` },
  ]);
});

test("areas of a point keep their shapes, scaled to the picture", async () => {
  const declarations =
    '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="point"><areaMapping defaultValue="0"><areaMapEntry shape="rect" coords="10,20,30,40" mappedValue="1"/></areaMapping></responseDeclaration>';
  const body =
    '<p>Where?</p><selectPointInteraction responseIdentifier="RESPONSE" maxChoices="1"><object data="x.png" type="image/png" width="100" height="50">A map</object></selectPointInteraction>';
  const processing =
    '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response_point"/>';
  const [question] = (await importQti(bytes(item({ declarations, body, processing })), "x.xml")).questions;
  expect(question).toMatchObject({
    kind: "hotspot",
    picture: { width: 100, height: 50, alt: "A map" },
    keys: ["target-1"],
  });
  if (question === undefined) return;
  const at = (x: number, y: number) => mark(question, { kind: "hotspot", points: [[x, y]], regions: [] }).awarded;
  expect([at(20, 30), at(31, 30)]).toEqual([100, 0]);
});

test("question banks of QTI 1.2 in a Common Cartridge are one loss for each item", async () => {
  const files = {
    "imsmanifest.xml":
      '<manifest><resources><resource identifier="b" type="imsqti_xmlv1p2/imscc_xmlv1p1/question-bank" href="bank.xml"><file href="bank.xml"/></resource></resources></manifest>',
    "bank.xml":
      '<questestinterop><objectbank ident="b"><item ident="q1"/><item ident="q2"/></objectbank></questestinterop>',
  };
  const imported = await importQti(await pack(files), "c.imscc");
  expect(imported.losses.map(({ item: name }) => name)).toEqual(["q1", "q2"]);
});

test("a shared text stands before the question", async () => {
  const own = item({ ...single, processing: matchCorrect }).replace(
    "<itemBody>",
    '<assessmentStimulusRef identifier="s" href="s.xml"/><itemBody>',
  );
  const files = {
    "imsmanifest.xml": manifest("a.xml"),
    "a.xml": own,
    "s.xml": "<assessmentStimulus><stimulusBody><p>Read this.</p></stimulusBody></assessmentStimulus>",
  };
  expect((await importQti(await pack(files), "p.zip")).questions[0]?.stem).toBe("Read this.\n\nWhich?");
});

const drawnItem = (wish: { processing?: string; template?: string; body?: string; set?: string }) =>
  item({
    declarations: `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="integer"/>
      <templateDeclaration identifier="A" cardinality="single" baseType="integer"/><templateDeclaration identifier="min" cardinality="single" baseType="integer"><defaultValue><value>2</value></defaultValue></templateDeclaration>
      <templateProcessing><setTemplateValue identifier="A"><randomInteger min="5" max="9"/></setTemplateValue>${wish.template ?? ""}<setCorrectResponse identifier="RESPONSE">${wish.set ?? '<sum><variable identifier="A"/><product><variable identifier="min"/><baseValue baseType="integer">-3</baseValue></product></sum>'}</setCorrectResponse></templateProcessing>`,
    body:
      wish.body ??
      '<p>What is <printedVariable identifier="A"/> less 6? <textEntryInteraction responseIdentifier="RESPONSE"/></p>',
    processing: wish.processing ?? matchCorrect,
  });
const imported = async (xml: string) => importQti(bytes(xml), "x.xml");

test("numbers that a template draws make a calculated question", async () => {
  const { questions, losses } = await imported(drawnItem({}));
  expect(losses).toEqual([]);
  expect(questions).toMatchObject([
    {
      kind: "calculated",
      stem: "What is {A} less 6?",
      variables: [{ name: "A", min: 5, max: 9, decimals: 0 }],
      formula: "(A + (2 * (-3)))",
      decimals: 0,
      tolerance: { relative: 1e-9 },
    },
  ]);
  const set =
    '<divide><variable identifier="A"/><mathOperator name="log"><baseValue>100</baseValue></mathOperator></divide>';
  const processing =
    '<responseProcessing><responseCondition><responseIf><equal toleranceMode="relative" tolerance="5 5"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>';
  expect((await imported(drawnItem({ set, processing }))).questions).toMatchObject([
    { formula: "round((A / log10(100)))", tolerance: { relative: 0.05 } },
  ]);
});

test("a tolerance of more than the whole number becomes the whole number, and is reported", async () => {
  const processing =
    '<responseProcessing><equal toleranceMode="relative" tolerance="150 150"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal></responseProcessing>';
  const { questions, losses } = await imported(drawnItem({ processing }));
  expect(questions).toMatchObject([{ tolerance: { relative: 1 } }]);
  expect(losses).toMatchObject([{ what: "its tolerance of 150 %" }]);
});

test.each<[string, Parameters<typeof drawnItem>[0], string]>([
  ["a condition", { template: "<templateCondition><templateIf/></templateCondition>" }, "more than plain arithmetic"],
  ["an operator of its own", { set: "<customOperator/>" }, "more than plain arithmetic"],
  [
    "a function that isn't there",
    { set: '<mathOperator name="sinh"><variable identifier="A"/></mathOperator>' },
    "sinh",
  ],
  ["an unknown variable", { set: '<variable identifier="Z"/>' }, '"Z" before it has a value'],
  [
    "steps",
    { template: '<setTemplateValue identifier="A"><randomInteger min="1" max="9" step="2"/></setTemplateValue>' },
    "steps",
  ],
  ["a choice", { body: single.body }, "something else than one number"],
  [
    "a division by zero",
    {
      set: '<divide><baseValue>1</baseValue><subtract><variable identifier="A"/><baseValue>7</baseValue></subtract></divide>',
    },
    "no value for A = 7",
  ],
  [
    "a computed number in the text",
    {
      template:
        '<setTemplateValue identifier="B"><sum><variable identifier="A"/><baseValue>1</baseValue></sum></setTemplateValue>',
      body: '<p><printedVariable identifier="B"/>? <textEntryInteraction responseIdentifier="RESPONSE"/></p>',
    },
    'prints "B", which is computed',
  ],
])("a template with %s is one loss that says why", async (_, wish, why) => {
  const { questions, losses } = await imported(drawnItem(wish));
  expect(questions).toEqual([]);
  expect(losses.filter(({ what }) => what === wholeItem)).toMatchObject([
    { why: expect.stringContaining(why) as unknown },
  ]);
});

test("a broken test beside the items is a loss, and the items stay", async () => {
  const files = {
    "imsmanifest.xml": manifest("a.xml").replace(
      "</resources>",
      '<resource identifier="t" type="imsqti_test_xmlv2p1" href="t.xml"/></resources>',
    ),
    "a.xml": item({ ...single, processing: matchCorrect }),
    "t.xml": "<assessmentTest>",
  };
  const { questions, losses, refused } = await importQti(await pack(files), "p.zip");
  expect(refused).toBeUndefined();
  expect(questions).toHaveLength(1);
  expect(losses).toMatchObject([{ file: "t.xml", what: "the whole file" }]);
});
