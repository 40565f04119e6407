import { ZipFile } from "yazl";
import type { Question } from "../../engine/model";
import type { Exported, Loss } from "../imported";
import { markdownToHtml } from "../markdown-to-html";
import { companionFor, picturesIn } from "./companion";
import { namespaces, writeItem } from "./write-item";
import { makerFor, plain, type QtiVersion, xmlHead, xmlId } from "./write-xml";

/** One file of the package, with the question's own files where it is an item. */
interface Item {
  readonly question: Question;
  readonly path: string;
  readonly xml: Uint8Array;
  readonly pictures: readonly string[];
  readonly extras: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** The same questions make the same bytes: no clock in the archive. */
const mtime = new Date(Date.UTC(2000, 0, 1));

/**
 * Writes a QTI package: manifest, one item for each question, one test with all of them in order, pictures. Beside each
 * item stands a file with the question as it is: importing our own package gives back the same questions; other programs
 * ignore it. The losses say what those other programs don't see.
 */
export async function exportQti(
  questions: readonly Question[],
  pictures: ReadonlyMap<string, Uint8Array>,
  version: QtiVersion,
): Promise<Exported> {
  const losses: Loss[] = [];
  const items = questions.map((question, index) => itemOf(question, index, pictures, version, losses));
  const zip = new ZipFile();
  const add = (path: string, bytes: Uint8Array) => {
    zip.addBuffer(Buffer.from(bytes), path, { mtime });
  };
  add("imsmanifest.xml", encoded(manifest(items, version)));
  add("test.xml", encoded(test(items, version)));
  for (const { path, xml, extras, question } of items) {
    add(path, xml);
    for (const extra of extras) add(extra.path, extra.bytes);
    add(companionPath(path), companionFor(question, xml));
  }
  for (const name of new Set(items.flatMap((item) => item.pictures))) {
    const bytes = pictures.get(name);
    if (bytes !== undefined) add(`pictures/${name}`, bytes);
  }
  zip.end();
  return { bytes: await collectedBytes(zip), losses };
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function companionPath(path: string): string {
  return path.replace(/\.xml$/, ".stepwedge.json");
}

function itemOf(
  question: Question,
  index: number,
  pictures: ReadonlyMap<string, Uint8Array>,
  version: QtiVersion,
  losses: Loss[],
): Item {
  const name = `${String(index + 1).padStart(4, "0")}-${question.id}`;
  const extras: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  const lost = (what: string, why: string) => losses.push({ file: `items/${name}.xml`, item: question.id, what, why });
  const address = (picture: string) => `../pictures/${picture}`;
  const named = picturesIn(question);
  for (const picture of named.filter((own) => !pictures.has(own)))
    lost(`the picture ${picture}`, "its file isn't there");
  const xml = writeItem(question, {
    q: makerFor(version),
    version,
    html: (markdown) => markdownToHtml(markdown, address),
    address,
    file: (own, text) => {
      extras.push({ path: `items/${name}/${own}`, bytes: encoded(text) });
      return `${name}/${own}`;
    },
    lost,
  });
  const there = named.filter((own) => pictures.has(own));
  return { question, path: `items/${name}.xml`, xml: encoded(xml), pictures: there, extras };
}

const manifestNames = {
  "2.1": {
    xmlns: "http://www.imsglobal.org/xsd/imscp_v1p1",
    schema: "QTIv2.1 Package",
    version: "1.0.0",
    type: "xmlv2p1",
  },
  "2.2": {
    xmlns: "http://www.imsglobal.org/xsd/imscp_v1p1",
    schema: "QTIv2.2 Package",
    version: "1.0.0",
    type: "xmlv2p2",
  },
  "3.0": {
    xmlns: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema: "QTI Package",
    version: "3.0.0",
    type: "xmlv3p0",
  },
} as const;

function manifest(items: readonly Item[], version: QtiVersion): string {
  const names = manifestNames[version];
  const resource = (
    identifier: string,
    type: string,
    href: string,
    files: readonly string[],
    needs: readonly string[],
  ) =>
    plain(
      "resource",
      { identifier, type, href },
      ...[href, ...files].map((file) => plain("file", { href: file })),
      ...needs.map((identifierref) => plain("dependency", { identifierref })),
    );
  const own = items.map((item, index) => {
    const files = [...item.extras.map(({ path }) => path), ...item.pictures.map((picture) => `pictures/${picture}`)];
    const [id, beside] = [`item-${String(index + 1)}`, `beside-${String(index + 1)}`];
    const companion = companionPath(item.path);
    return (
      resource(id, `imsqti_item_${names.type}`, item.path, files, [beside]) +
      resource(beside, "webcontent", companion, [], [])
    );
  });
  const all = items.map((_, index) => `item-${String(index + 1)}`);
  const xml = plain(
    "manifest",
    { xmlns: names.xmlns, identifier: "stepwedge-questions" },
    plain("metadata", {}, plain("schema", {}, names.schema), plain("schemaversion", {}, names.version)),
    plain("organizations"),
    plain("resources", {}, resource("test", `imsqti_test_${names.type}`, "test.xml", [], all), ...own),
  );
  return `${xmlHead}${xml}\n`;
}

function test(items: readonly Item[], version: QtiVersion): string {
  const q = makerFor(version);
  const references = items.map(({ path, question }, index) =>
    q("assessmentItemRef", { identifier: `${xmlId(question.id)}.${String(index + 1)}`, href: path }),
  );
  const sum = q("sum", {}, q("testVariables", { variableIdentifier: "SCORE" }));
  const xml = q(
    "assessmentTest",
    { xmlns: namespaces[version], identifier: "questions", title: "Questions" },
    q("outcomeDeclaration", { identifier: "SCORE", cardinality: "single", baseType: "float" }),
    q(
      "testPart",
      { identifier: "part", navigationMode: "nonlinear", submissionMode: "simultaneous" },
      q("assessmentSection", { identifier: "section", title: "Questions", visible: true }, ...references),
    ),
    q("outcomeProcessing", {}, q("setOutcomeValue", { identifier: "SCORE" }, sum)),
  );
  return `${xmlHead}${xml}\n`;
}

function collectedBytes(zip: ZipFile): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    zip.outputStream.on("data", (part: Buffer) => parts.push(part));
    zip.outputStream.on("error", reject);
    zip.outputStream.on("end", () => {
      resolve(new Uint8Array(Buffer.concat(parts)));
    });
  });
}
