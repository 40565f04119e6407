import type { Transaction } from "../platform/db.server";

/** Says that public pages are no longer what they were: every kept page is made anew at its next reader. */
export async function bumpCatalogue(tx: Transaction): Promise<void> {
  await tx.publicVersion.upsert({
    where: { name: "catalogue" },
    create: { name: "catalogue", version: 1 },
    update: { version: { increment: 1 } },
  });
}
