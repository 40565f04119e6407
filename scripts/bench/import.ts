/**
 * A process of its own, so that its memory is that of the import: makes a Moodle XML file of so many questions (1,000),
 * imports it once and prints the time and the largest memory as JSON. Exit 1 when questions were lost.
 */
import { performance } from "node:perf_hooks";
import process from "node:process";
import { importQuestions } from "../../quizzes/formats/import-questions";

const count = Number(process.argv[2] ?? "1000");
const filler =
  "<p>The <b>entrance surface</b> air kerma is \\(K_{a,e}\\); see <i>table 2</i> &amp; figure 1.</p>".repeat(4);

function answer(number: number, option: number): string {
  const fraction = option === number % 4 ? "100" : "0";
  return `<answer fraction="${fraction}" format="html"><text><![CDATA[<p>Option ${String(option)} of ${String(number)}</p>]]></text><feedback format="html"><text>Because ${String(option)}</text></feedback></answer>`;
}

function question(number: number): string {
  const answers = [0, 1, 2, 3].map((option) => answer(number, option)).join("\n");
  return `<question type="multichoice"><name><text>Question ${String(number)}</text></name><questiontext format="html"><text><![CDATA[${filler}]]></text></questiontext><generalfeedback format="html"><text><![CDATA[${filler}]]></text></generalfeedback><defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>${answers}</question>`;
}

const xml = `<?xml version="1.0" encoding="UTF-8"?><quiz>${Array.from({ length: count }, (_, number) => question(number)).join("\n")}</quiz>`;
const bytes = new TextEncoder().encode(xml);
const start = performance.now();
const before = process.cpuUsage();
const { questions } = await importQuestions(bytes, { format: "moodle", fileName: "bench.xml" });
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    questions: questions.length,
    ms,
    cpuMs: (user + system) / 1000,
    mb: process.resourceUsage().maxRSS / 1024,
  }),
);
process.exitCode = questions.length === count ? 0 : 1;
