import { QuestionSchema } from "../../bank-schema";
import type { Question } from "../../engine/model";
import { ImportRefused, type Imported, type Loss, refusal } from "../imported";
import { pictureName, pictureSize } from "../picture-name";
import { Ids } from "../question-id";
import { isZip } from "../read-zip";
import { reportShown } from "../report-shown";
import { greyPicture } from "./grey-picture";
import { normalised, type Package, readPackage, rulesOf, titleOf } from "./package";
import { questionOf, readItem, wholeItem } from "./read-item";
import { picturesIn, readCompanion } from "./companion";
import { attribute, descendants, type Element, parseXml } from "./xml";

/** The topic of questions whose file names none. */
const topic = "imported";

/** What an import collects on its way through the files. */
interface Collected {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly questions: Question[];
  readonly losses: Loss[];
  readonly pictures: Map<string, Uint8Array>;
  readonly ids: Ids;
  /** Paths that an item used. */
  readonly used: Set<string>;
  /** Items whose choices stand in a fixed order. */
  unshuffled: number;
}

/**
 * Reads QTI 2.0 to 3.0: one item, or a package with its manifest. Every item becomes one question or one loss whose
 * `what` is "the whole question"; the order is that of the test. Never throws for a bad file: the answer says why.
 */
export async function importQti(bytes: Uint8Array, fileName: string): Promise<Imported> {
  try {
    return isZip(bytes) ? await importPackage(bytes, fileName) : importXml(bytes, fileName);
  } catch (error) {
    if (error instanceof ImportRefused) return refusal(fileName, error.message);
    throw error;
  }
}

function collected(files: ReadonlyMap<string, Uint8Array>): Collected {
  return { files, questions: [], losses: [], pictures: new Map(), ids: new Ids(), used: new Set(), unshuffled: 0 };
}

function importXml(bytes: Uint8Array, file: string): Imported {
  const root = parseXml(bytes, file);
  const into = collected(new Map());
  switch (root.name) {
    case "assessmentItem":
      importItem(root, file, null, into);
      break;
    case "questestinterop":
      importOldItems(root, file, into);
      break;
    case "assessmentTest":
      throw new ImportRefused("A test only names the files of its items. Import the package that holds them all.");
    case "manifest":
      throw new ImportRefused("A manifest only names the files of a package. Import the package itself.");
    default:
      throw new ImportRefused(`"${file}" holds <${root.name}>, which isn't an item, a test or a package of QTI.`);
  }
  return answer(into, file);
}

async function importPackage(bytes: Uint8Array, file: string): Promise<Imported> {
  const found = await readPackage(bytes);
  const into = collected(found.files);
  for (const path of found.items) importFile(path, found, into);
  importBanks(found, into);
  if (into.questions.length + into.losses.length === 0) throw new ImportRefused("The package names no item.");
  for (const path of found.tests) reportTest(path, into);
  reportUnused(file, found, into);
  return answer(into, file);
}

/** One item file of a package. A file that can't be read costs that item only. */
function importFile(path: string, found: Package, into: Collected): void {
  const lost = (why: string) => into.losses.push({ file: path, item: path, what: wholeItem, why });
  into.used.add(path);
  const bytes = found.files.get(path);
  if (bytes === undefined) {
    lost("the manifest or the test names this file, but the package doesn't hold it");
    return;
  }
  try {
    const root = parseXml(bytes, path);
    if (root.name === "assessmentItem") importItem(root, path, companionOf(path, bytes, found, into), into);
    else lost(`it holds <${root.name}>, not an item`);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    lost(error.message);
  }
}

/** What this platform wrote beside an item, when the item is still the one that it was written for. */
function companionOf(path: string, bytes: Uint8Array, found: Package, into: Collected): Question | null {
  const companion = found.companions.get(path);
  const own = companion === undefined ? undefined : found.files.get(companion);
  if (companion === undefined || own === undefined) return null;
  into.used.add(companion);
  const read = readCompanion(own, bytes);
  if (typeof read !== "string") return read;
  into.losses.push({ file: path, item: path, what: `what "${companion}" says beyond QTI`, why: read });
  return null;
}

function importItem(item: Element, file: string, companion: Question | null, into: Collected): void {
  const name = attribute(item, "identifier") || titleOf(item);
  const lost = (what: string, why: string) => into.losses.push({ file, item: name, what, why });
  const picture = (address: string) => takePicture(normalised(file, address), into);
  if (companion !== null) {
    for (const named of picturesIn(companion)) {
      if (takePicture(`pictures/${named}`, into) === null)
        lost(`the picture "${named}"`, "the package doesn't hold it; the question still names it");
    }
    markOwnFiles(item, file, into);
    into.questions.push({ ...companion, id: into.ids.keep(companion.id, name) });
    return;
  }
  const body = readItem(item, {
    lost,
    picture,
    grey: (width, height) => addPicture(greyPicture(width, height), into) ?? { name: "", width, height },
    stimulus: (address) => stimulusAt(normalised(file, address), into),
  });
  if (body === null) return;
  const question = questionOf(body, into.ids.keep(name, name, attribute(item, "title")), topic);
  const checked = QuestionSchema.safeParse(question);
  if (!checked.success) {
    lost(wholeItem, checked.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim()).join("; "));
    return;
  }
  const inOrder = descendants(item, (e) => attribute(e, "shuffle") === "false");
  if (inOrder.length > 0 && body.kind !== "true-false") into.unshuffled += 1;
  into.questions.push(question);
  reportShown(checked.data, (named) => into.pictures.has(named), lost);
}

/** Labels that are drawn for other programs aren't a loss: their texts are in the question. */
function markOwnFiles(item: Element, file: string, into: Collected): void {
  for (const object of descendants(item, ({ name }) => name === "object")) {
    into.used.add(normalised(file, attribute(object, "data")));
  }
}

function stimulusAt(path: string, into: Collected): Element | null {
  const bytes = into.files.get(path);
  if (bytes === undefined) return null;
  into.used.add(path);
  return readable(path, bytes, into);
}

/** A file beside the items; one that can't be read is a loss and takes no item with it. */
function readable(path: string, bytes: Uint8Array, into: Collected): Element | null {
  try {
    return parseXml(bytes, path);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    into.losses.push({ file: path, item: "", what: "the whole file", why: error.message });
    return null;
  }
}

function takePicture(path: string, into: Collected) {
  const bytes = into.files.get(path);
  if (bytes === undefined) return null;
  into.used.add(path);
  return addPicture(bytes, into);
}

function addPicture(bytes: Uint8Array, into: Collected) {
  const [name, size] = [pictureName(bytes), pictureSize(bytes)];
  if (name === null || size === null) return null;
  into.pictures.set(name, bytes);
  return { name, ...size };
}

/** Question banks of Common Cartridge and QTI 1.2 are of an older language. */
function importBanks(found: Package, into: Collected): void {
  for (const { path } of found.others.filter((other) => /^imsqti_xmlv1p2|question-bank/i.test(other.type))) {
    const bytes = found.files.get(path);
    into.used.add(path);
    const bank = bytes === undefined ? null : readable(path, bytes, into);
    if (bank !== null) importOldItems(bank, path, into);
  }
}

function importOldItems(root: Element, file: string, into: Collected): void {
  for (const item of descendants(root, ({ name }) => name === "item")) {
    const name = attribute(item, "ident") || titleOf(item);
    into.losses.push({
      file,
      item: name,
      what: wholeItem,
      why: "it is written in QTI 1.2; QTI 2.1, 2.2 and 3.0 are read",
    });
  }
}

function reportTest(path: string, into: Collected): void {
  const bytes = into.files.get(path);
  into.used.add(path);
  if (bytes === undefined) return;
  const test = readable(path, bytes, into);
  if (test === null) return;
  const rules = rulesOf(test);
  if (rules.length > 0) {
    const what = `rules of the test "${titleOf(test)}": ${rules.join(", ")}`;
    into.losses.push({ file: path, item: "", what, why: "a bank holds questions; a quiz has rules of its own" });
  }
}

/** Files that no question uses. Schemas and programs' own notes are counted like the rest: somebody packed them. */
function reportUnused(file: string, found: Package, into: Collected): void {
  const unused = [...found.files.keys()].filter(
    (path) => !into.used.has(path) && path.toLowerCase() !== "imsmanifest.xml",
  );
  if (unused.length === 0) return;
  const shown = unused.slice(0, 5).join(", ");
  const what = `${String(unused.length)} files: ${shown}${unused.length > 5 ? ", …" : ""}`;
  into.losses.push({ file, item: "", what, why: "no question uses them, or they only say how questions look" });
}

function answer(into: Collected, file: string): Imported {
  if (into.unshuffled > 0) {
    const what = `the fixed order of choices in ${String(into.unshuffled)} questions`;
    into.losses.push({ file, item: "", what, why: "whether options are shuffled is a rule of the quiz" });
  }
  return { questions: into.questions, losses: into.losses, pictures: into.pictures };
}
