/**
 * The process: loads the site (the built one, or Vite's in development), listens, and stops cleanly.
 * Everything else lives in the TypeScript modules behind `createSite`.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import v8 from "node:v8";

// A small young generation, collected often: under load the process then stays below 200 MB where it would grow past
// 350, for about a tenth of its rate (docs/performance.md). Set before anything is loaded.
v8.setFlagsFromString("--max-semi-space-size=2");
v8.setFlagsFromString("--optimize-for-size");

if (existsSync(".env")) process.loadEnvFile(".env");
const isDevelopment = process.argv.includes("--dev");
process.env.NODE_ENV = isDevelopment ? "development" : (process.env.NODE_ENV ?? "production");

const vite = isDevelopment
  ? await import("vite").then(({ createServer }) => createServer({ server: { middlewareMode: true } }))
  : null;

/** The Remix build. Its entry module carries the rest of the program, so that there is one module graph. */
const loadBuild = () =>
  vite
    ? vite.ssrLoadModule("virtual:remix/server-build")
    : import(pathToFileURL(path.resolve("build/server/index.js")).href);

let site;
try {
  const build = await loadBuild();
  site = await build.entry.module.createSite({
    build: vite ? loadBuild : build,
    viteMiddleware: vite?.middlewares ?? null,
  });
} catch (error) {
  // A bad setting ends here: its sentence is for the operator, the stack isn't.
  const isSetting = error instanceof Error && error.message.startsWith("The settings can't be used");
  console.error(isSetting ? error.message : error);
  process.exit(1);
}

const server = site.app.listen(site.port, site.host, () => {
  console.log(`Listening on ${site.address}`);
  process.send?.("ready");
});
server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${site.port} is taken. Set PORT to another one.` : error);
  process.exit(1);
});
server.keepAliveTimeout = 65_000;
server.requestTimeout = 300_000;

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 10_000).unref();
  server.closeIdleConnections();
  await new Promise((resolve) => {
    server.close(resolve);
    setTimeout(() => server.closeAllConnections(), 8000).unref();
  });
  await site.close();
  await vite?.close();
  process.exit(0);
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
