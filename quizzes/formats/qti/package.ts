import { ImportRefused } from "../imported";
import { readZip } from "../read-zip";
import { attribute, childrenOf, descendants, type Element, parseXml, plainText } from "./xml";

/** A package as it was read: its files, and what the manifest and the tests say about them. */
export interface Package {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Paths of item files, in the order of the tests, then of the manifest. */
  readonly items: readonly string[];
  /** Paths of tests. */
  readonly tests: readonly string[];
  /** Resources of the manifest that are neither items nor tests nor files of them: path and type. */
  readonly others: readonly { readonly path: string; readonly type: string }[];
  /** Path of an item -> path of what this platform wrote beside it. */
  readonly companions: ReadonlyMap<string, string>;
}

/** The file that holds, beside an item of ours, what QTI has no place for. */
const companionName = /\.stepwedge\.json$/;

/**
 * Reads a zip with its manifest.
 *
 * @throws ImportRefused when the archive or the manifest can't be read, or names no item.
 */
export async function readPackage(bytes: Uint8Array): Promise<Package> {
  const files = await readZip(bytes);
  const names = [...files.keys()];
  const manifestPath = names.find((name) => name.toLowerCase() === "imsmanifest.xml");
  if (manifestPath === undefined) {
    const inside = names.find((name) => /(^|\/)imsmanifest\.xml$/i.test(name));
    throw new ImportRefused(
      inside === undefined
        ? "The archive holds no imsmanifest.xml, so it isn't a QTI package."
        : `The manifest must stand at the top of the archive, not at "${inside}".`,
    );
  }
  const manifest = parseXml(files.get(manifestPath) ?? new Uint8Array(), manifestPath);
  if (manifest.name !== "manifest") throw new ImportRefused("imsmanifest.xml holds no manifest.");
  const resources = descendants(manifest, ({ name }) => name === "resource");
  return { files, ...sorted(resources, files) };
}

function sorted(resources: readonly Element[], files: ReadonlyMap<string, Uint8Array>): Omit<Package, "files"> {
  const path = (resource: Element) => {
    return normalised(
      "",
      attribute(resource, "href") || attribute(childrenOf(resource, "file")[0] ?? resource, "href"),
    );
  };
  const ofType = (pattern: RegExp) =>
    resources.filter((resource) => pattern.test(attribute(resource, "type"))).map(path);
  const tests = ofType(/^imsqti_(test|assessment)_xml/i);
  const listed = ofType(/^imsqti_item_xml/i);
  const referred = tests.flatMap((test) => referencesOf(test, files));
  const items = [...new Set([...referred, ...listed])];
  const companions = new Map<string, string>();
  for (const resource of resources.filter((r) => companionName.test(path(r)))) {
    const owner = resources.find((r) =>
      childrenOf(r, "dependency").some((d) => attribute(d, "identifierref") === attribute(resource, "identifier")),
    );
    if (owner !== undefined) companions.set(path(owner), path(resource));
  }
  const known = new Set([...items, ...tests, ...companions.values()]);
  const others = resources
    .map((resource) => ({ path: path(resource), type: attribute(resource, "type") }))
    .filter((other) => !known.has(other.path));
  return { items, tests, others, companions };
}

/** Item files that a test names, in its order. */
function referencesOf(test: string, files: ReadonlyMap<string, Uint8Array>): string[] {
  const bytes = files.get(test);
  if (bytes === undefined) return [];
  try {
    const references = descendants(parseXml(bytes, test), ({ name }) => name === "assessmentItemRef");
    return references.map((reference) => normalised(test, attribute(reference, "href")));
  } catch (error) {
    // A test that can't be read is reported with the others; the manifest names its items as well.
    if (error instanceof ImportRefused) return [];
    throw error;
  }
}

/** A relative address in a file as the path from the top of the package. Addresses that leave the package find nothing. */
export function normalised(from: string, address: string): string {
  const parts = address.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of safelyDecoded(address.split(/[?#]/)[0] ?? "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function safelyDecoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A percent sign that is only a percent sign.
    return address;
  }
}

/** What a test says beyond the order of its items: rules of a quiz, not of questions. */
export function rulesOf(test: Element): string[] {
  const names = (name: string) => descendants(test, (element) => element.name === name);
  const several = (name: string, words: string) => (names(name).length > 1 ? [words] : []);
  const rules: readonly (readonly [string, string])[] = [
    ["timeLimits", "time limits"],
    ["preCondition", "preconditions"],
    ["branchRule", "branches"],
    ["selection", "a random selection"],
    ["ordering", "a random order"],
    ["weight", "weights"],
    ["itemSessionControl", "attempts"],
    ["testFeedback", "feedback on the whole test"],
    ["rubricBlock", "instructions"],
  ];
  return [
    ...several("testPart", "parts"),
    ...several("assessmentSection", "sections"),
    ...rules.filter(([name]) => names(name).length > 0).map(([, words]) => words),
  ];
}

/** The title of a test, for reports. */
export function titleOf(element: Element): string {
  return attribute(element, "title") || attribute(element, "identifier") || plainText(element).slice(0, 40);
}
