import type { UnitStatus } from "./unit";

/** One text on its way to translators elsewhere, or back from them. */
export interface ExchangeUnit {
  readonly id: string;
  readonly source: string;
  /** Empty where there is no translation. */
  readonly target: string;
}

/** With the state that a translator's program shows. */
export interface ExportedUnit extends ExchangeUnit {
  readonly status: UnitStatus;
}

/** What a file holds. */
export interface ReadTranslationFile {
  readonly language: string | null;
  readonly units: readonly ExchangeUnit[];
  /** Ids whose text carries markup that was not in the export. */
  readonly unreadable: readonly string[];
}

/** Larger files are no translation of a track. */
export const largestTranslationFile = 16 * 1024 * 1024;
