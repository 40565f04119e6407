/**
 * Brings a clone into a state in which the program can start: dependencies, generated client, build. Each step is
 * skipped while what it depends on is unchanged; .cache remembers that by content, never by date.
 * Plain Node: this runs before anything is installed.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const wantedNode = [20, 19];

/** Ends the process with a sentence when Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > wantedNode[0] || (major === wantedNode[0] && minor >= wantedNode[1])) return;
  stopWith(
    `Stepwedge needs Node ${wantedNode.join(".")} or newer. This is Node ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** Ends the process with a sentence for the person in front of it. */
export function stopWith(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * Runs a program to its end and shows its output only when it fails.
 * @returns {Promise<{status: number, output: string}>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ status: 127, output: error.message }));
    child.on("close", (status) => resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString("utf8") }));
  });
}

/** Runs a tool of node_modules by its file, because that works on every system. */
export const runNode = (file, args = [], options = {}) => run(process.execPath, [file, ...args], options);

/** Says what happens and how long it took; a failure ends the process with the tool's own words. */
export async function step(title, work) {
  const start = performance.now();
  process.stdout.write(`${title} … `);
  const { status, output } = await work();
  if (status !== 0) {
    console.log("failed");
    stopWith(output);
  }
  console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
}

// ---------- what has changed ----------

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

function listFiles(entry) {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((child) => listFiles(path.join(entry, child.name)));
}

/** One hash over the names and contents of files. */
function hashOf(entries, leaveOut = () => false) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap(listFiles)) {
    if (!leaveOut(file)) hash.update(`${file}\0${sha256(readFileSync(file))}\n`);
  }
  return hash.digest("hex");
}

const stampFile = (name) => path.join(".cache", name);
const isStamped = (name, hash) => existsSync(stampFile(name)) && readFileSync(stampFile(name), "utf8") === hash;
function stamp(name, hash) {
  mkdirSync(".cache", { recursive: true });
  writeFileSync(stampFile(name), hash);
}

// ---------- steps ----------

/** npm's own record of what it installed is newer than the lockfile: somebody ran `npm ci` by hand. */
function npmIsUpToDate() {
  const record = "node_modules/.package-lock.json";
  return existsSync(record) && statSync(record).mtimeMs >= statSync("package-lock.json").mtimeMs;
}

export async function ensureInstalled() {
  const hash = hashOf(["package-lock.json"]);
  if (existsSync("node_modules") && isStamped("installed", hash)) return;
  if (!npmIsUpToDate()) {
    const npm = process.env.npm_execpath;
    // --include=dev: the build and the seeds need the tools, whatever NODE_ENV says.
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
    await step("Installing dependencies, a few minutes the first time", () =>
      npm?.endsWith("js") ? runNode(npm, args) : run("npm", args, { shell: process.platform === "win32" }),
    );
  }
  stamp("installed", hash);
}

export async function ensureGenerated() {
  const hash = hashOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (existsSync("app/platform/prisma-client/client.ts") && isStamped("generated", hash)) return;
  await step("Generating the database client", () => runNode("node_modules/prisma/build/index.js", ["generate"]));
  stamp("generated", hash);
}

const buildInputs = [
  "app",
  "server",
  "quizzes",
  "public",
  "package-lock.json",
  "remix.config.js",
  "scripts/build.mjs",
  "tsconfig.json",
  "vite.config.ts",
];
const notBuilt = (file) => /\.test\.tsx?$/.test(file) || file.startsWith(path.join("quizzes", "banks"));
const buildHash = () => hashOf(buildInputs, notBuilt);

export async function ensureBuilt() {
  const hash = buildHash();
  if (existsSync("build/server/index.js") && isStamped("built", hash)) return;
  await step("Building the site", () => runNode("scripts/build.mjs"));
  stamp("built", hash);
}

/** Builds whatever the stamp says. @returns {Promise<{status: number, output: string}>} */
export async function buildAnew() {
  const hash = buildHash();
  const result = await runNode("scripts/build.mjs");
  if (result.status === 0) stamp("built", hash);
  return result;
}
