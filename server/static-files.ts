import { existsSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";
import send from "send";

const root = path.resolve("build/client");
const encodings = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/**
 * Files of the build. Those under /assets have a hash in their name and are kept for a year; compressed copies were
 * made at build time.
 */
export function staticFiles(): RequestHandler {
  const known = new Map<string, boolean>();
  const exists = (file: string) => {
    let there = known.get(file);
    if (there === undefined) known.set(file, (there = existsSync(path.join(root, file))));
    return there;
  };
  return (request, response, next) => {
    const file = request.path;
    if (
      (request.method !== "GET" && request.method !== "HEAD") ||
      !/\.[a-z0-9]+$/.test(file) ||
      file.includes("..") ||
      !exists(file)
    ) {
      next();
      return;
    }
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = encodings.find(([name, ending]) => accepted.includes(name) && exists(file + ending));
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
