import { existsSync } from "node:fs";
import process from "node:process";
import type { ChainFault, ChainReport } from "../app/certificates/verify-chain.server";

const sentences: Record<ChainFault, string> = {
  gap: "the certificate before it is missing",
  order: "it does not follow the one before it",
  content: "what it states is not what was hashed",
  columns: "a column differs from the fact that it copies",
  person: "name or profession are not what was committed to",
  pdf: "the stored PDF is not the one that was made",
};

function say(report: ChainReport): string {
  if (report.ok) return `${String(report.count)} certificates, the chain holds. Last hash: ${report.lastHash}`;
  const place = `certificate ${String(report.sequence)} (${report.number})`;
  return `The chain holds for ${String(report.count)} certificates and breaks at ${place}: ${sentences[report.fault]}.`;
}

/**
 * `npm run evidence:verify`: recomputes the chain of all certificates and says where it breaks first, if it does.
 * Exit 0: it holds; 1: it is broken. Only reads, so a server may run beside it.
 */
async function main(): Promise<number> {
  // Settings are read while the app's modules load, so .env comes first.
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { verifyChain } = await import("../app/certificates/verify-chain.server");
  const { closeDatabase } = await import("../app/platform/db.server");
  const report = verifyChain();
  await closeDatabase();
  console.log(say(report));
  return report.ok ? 0 : 1;
}

process.exitCode = await main();
