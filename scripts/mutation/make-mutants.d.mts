export interface Mutant {
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly source: string;
}
export function makeMutants(file: string, source: string): Mutant[];
export function sample<T>(mutants: readonly T[], limit: number, seed: number): T[];
