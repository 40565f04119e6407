import type { ExchangeUnit, ReadTranslationFile } from "./exchange-unit";
import type { TranslationUnit } from "./unit";

/** What becomes of a text in a file. */
export type ImportFate = "new" | "changed" | "same" | "empty" | "moved" | "unknown";

export interface PlannedUnit {
  readonly id: string;
  readonly fate: ImportFate;
  /** What stands there now. */
  readonly before: string;
  /** What the file says. */
  readonly after: string;
}

/**
 * Says what an import would do. A text whose source has changed since the export is kept aside (`moved`): it renders
 * something that the track no longer says.
 */
export function planTranslationImport(
  units: readonly TranslationUnit[],
  file: Pick<ReadTranslationFile, "units">,
): PlannedUnit[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return file.units.map((sent) => plan(known.get(sent.id), sent));
}

function plan(unit: TranslationUnit | undefined, { id, source, target }: ExchangeUnit): PlannedUnit {
  const planned = (fate: ImportFate): PlannedUnit => ({ id, fate, before: unit?.target ?? "", after: target });
  if (unit === undefined) return planned("unknown");
  if (target.trim() === "") return planned("empty");
  if (lines(source) !== lines(unit.source)) return planned("moved");
  if (lines(target) === lines(unit.target) && unit.status !== "behind") return planned("same");
  return planned(unit.target.trim() === "" ? "new" : "changed");
}

/** Programs on the way may change line ends and the last one; that changes no text. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n").trimEnd();
}
