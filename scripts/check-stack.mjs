/** The parts of the stack that nothing else would miss: a configuration that no program reads is a wish. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import path from "node:path";

const read = (file) => readFileSync(file, "utf8");
const findings = [];
const want = (holds, sentence) => holds || findings.push(sentence);

const vite = read("vite.config.ts");
want(/^import remixConfig from "\.\/remix\.config\.js";$/m.test(vite), "vite.config.ts: must import remix.config.js");
want(/remix\(remixConfig\)/.test(vite), "vite.config.ts: must hand remix.config.js to the Remix plugin");

const { default: remix } = await import(pathToFileURL(path.resolve("remix.config.js")).href);
for (const flag of [
  "v3_fetcherPersist",
  "v3_lazyRouteDiscovery",
  "v3_relativeSplatPath",
  "v3_routeConfig",
  "v3_singleFetch",
  "v3_throwAbortReason",
]) {
  want(remix.future?.[flag] === true, `remix.config.js: ${flag} must be on`);
}

want(
  /engineType\s*=\s*"client"/.test(read("prisma/schema.prisma")),
  'prisma/schema.prisma: engineType must be "client"',
);
want(
  /engine:\s*"js"/.test(read("prisma.config.ts")),
  'prisma.config.ts: engine must be "js", so that no engine is downloaded',
);

const { dependencies, devDependencies } = JSON.parse(read("package.json"));
for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
  want(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version), `package.json: ${name} must be pinned, it says ${version}`);
}

for (const finding of findings) console.log(finding);
process.exit(findings.length === 0 ? 0 : 1);
