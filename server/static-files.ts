import { readdirSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";
import send from "send";

const encodings = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** Read once: a path that isn't there must cost neither a look at the disk nor a place in memory. */
function listFiles(root: string): ReadonlySet<string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => `/${path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")}`),
  );
}

/**
 * Files of the build. Those under /assets have a hash in their name and are kept for a year; compressed copies were
 * made at build time.
 */
export function staticFiles(root = path.resolve("build/client")): RequestHandler {
  const files = listFiles(root);
  return (request, response, next) => {
    const file = request.path;
    if ((request.method !== "GET" && request.method !== "HEAD") || !files.has(file)) {
      next();
      return;
    }
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = encodings.find(([name, ending]) => accepted.includes(name) && files.has(file + ending));
    const isHashed = file.startsWith("/assets/");
    response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    response.setHeader("Vary", "Accept-Encoding");
    const stream = send(request, encoding ? file + encoding[1] : file, { root, cacheControl: false });
    if (encoding) {
      response.setHeader("Content-Encoding", encoding[0]);
      response.type(path.extname(file));
    }
    stream.on("error", next).pipe(response);
  };
}
