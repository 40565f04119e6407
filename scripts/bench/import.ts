/**
 * `tsx scripts/bench/import.ts [questions]`: makes a Moodle XML file of that many questions (1,000), imports it once and
 * prints the time and the largest memory of the process. Exit 1 beyond 2 seconds or 300 MB.
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
const { questions, losses } = await importQuestions(bytes, { format: "moodle", fileName: "bench.xml" });
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(before);
const work = (user + system) / 1_000_000;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(
  `${String(questions.length)} questions (${(bytes.length / 1024 / 1024).toFixed(1)} MB), ${String(losses.length)} losses: ` +
    `${seconds.toFixed(2)} s (${work.toFixed(2)} s of processor time), at most ${megabytes.toFixed(0)} MB`,
);
process.exitCode = questions.length === count && seconds < 2 && megabytes < 300 ? 0 : 1;
