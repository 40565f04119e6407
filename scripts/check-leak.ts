import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * Searches what every browser can load for what no learner may see before handing in. Each bank carries a canary
 * word; explanations are searched for as well, because a leak need not take the canary with it.
 */

// Only what the search needs: banks have their own checker.
const BankWords = z.object({
  canary: z.string().min(8),
  questions: z.array(z.object({ explanation: z.string() })).min(1),
});

const banks = readdirSync("quizzes/banks").map((slug) => path.join("quizzes/banks", slug, "bank.json"));
const words = banks.flatMap((file) => {
  const bank = BankWords.parse(JSON.parse(readFileSync(file, "utf8")));
  return [bank.canary, ...bank.questions.map((question) => question.explanation)].map((word) => ({ word, file }));
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  );
}

// Compressed copies hold what their originals hold.
const client = existsSync("build/client")
  ? filesOf("build/client").filter((file) => !/\.(br|gz|woff2)$/.test(file))
  : [];
const findings = client.flatMap((file) => {
  const content = readFileSync(file, "utf8");
  return words
    .filter(({ word }) => content.includes(word))
    .map((found) => `${file} holds "${found.word.slice(0, 40)}" of ${found.file}`);
});
if (words.length === 0) findings.push("quizzes/banks: there is no bank to look for");
if (client.length === 0) findings.push("build/client: there is no build to look in");

for (const finding of findings) console.log(finding);
if (findings.length === 0)
  console.log(`${words.length} texts of ${banks.length} banks are in none of ${client.length} files`);
process.exit(findings.length === 0 ? 0 : 1);
