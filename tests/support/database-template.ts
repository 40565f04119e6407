import { migratedTemplate } from "./migrated-file";

/** Before the first test file: the migrated database that each of them copies. */
export default function setup(): void {
  migratedTemplate();
}
