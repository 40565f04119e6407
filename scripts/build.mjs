/** Builds the site for production: Remix, the islands, and compressed copies of every static file. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

process.env.NODE_ENV = "production";
rmSync("build", { recursive: true, force: true });
const remix = spawnSync(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
  stdio: "inherit",
});
if (remix.status !== 0) process.exit(remix.status ?? 1);

const islands = readdirSync("app/islands").filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
const { metafile } = await build({
  entryPoints: islands.map((file) => path.join("app/islands", file)),
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  metafile: true,
  outdir: "build/client/assets/islands",
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
});
const urls = Object.fromEntries(
  Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint ? [[path.basename(entryPoint, ".ts"), `/${path.relative("build/client", file)}`]] : [],
  ),
);
writeFileSync("build/islands.json", `${JSON.stringify(urls, null, 2)}\n`);

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  );
for (const file of files("build/client")) {
  if (!/\.(js|css|svg|json|txt|webmanifest|html)$/.test(file) || statSync(file).size < 512) continue;
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
