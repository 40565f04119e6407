import { type NextFunction, type Request, type RequestHandler, type Response, Router } from "express";
import send from "send";
import { readViewer } from "../app/auth/viewer.server";
import { mayPreviewRecording } from "../app/authoring/preview/may-preview-recording.server";
import { mayWatch } from "../app/courses/may-watch.server";
import { findAsset, findMediaText } from "../app/media/find-asset.server";
import { mediaFolder } from "../app/media/local.server";
import type { Asset } from "../app/media/video-host";
import { sha256 } from "../app/platform/ids.server";

/**
 * Files of the local video host, and the captions and chapters of every host. "Not there" and "not yours" are the same 404. Names of files come from rows; what the
 * address says is only ever looked up.
 */

const idPattern = "[a-z0-9][a-z0-9-]{0,120}";

/** The recording when this person may see it, else null. */
function visibleAsset(id: string | undefined, personId: string | null): Asset | null {
  const asset = id === undefined ? null : findAsset(id);
  if (asset?.state !== "ready") return null;
  return mayWatch(asset, personId) || mayPreviewRecording(asset.id, personId) ? asset : null;
}

function answerNotFound(response: Response): void {
  response.status(404).set("Cache-Control", "no-store").type("text/plain").send("Not found\n");
}

const kept = (asset: Asset) => (asset.audience === "anyone" ? "public, max-age=86400" : "private, max-age=3600");

/** @param file a name of ours inside the media folder. Byte ranges, 304, 206 and 416 are `send`'s. */
function sendFile(request: Request, response: Response, asset: Asset, file: { name: string; type: string }): void {
  response.setHeader("Cache-Control", kept(asset));
  response.setHeader("Content-Type", file.type);
  // The id is made from the file's own hash, so it is a strong tag: byte ranges of two versions never mix.
  response.setHeader("ETag", `"${file.name}"`);
  send(request, file.name, { root: mediaFolder(), cacheControl: false, index: false, dotfiles: "deny" })
    .on("error", (error: { status?: number }) => {
      answerSendError(response, error.status);
    })
    .on("directory", () => {
      answerNotFound(response);
    })
    .pipe(response);
}

/** 416 and 412 are the browser's own conditions; everything else that a file can do wrong looks like its absence. */
function answerSendError(response: Response, status: number | undefined): void {
  for (const name of ["Content-Type", "ETag", "Last-Modified"]) if (!response.headersSent) response.removeHeader(name);
  if (response.headersSent) response.destroy();
  else if (status === 416 || status === 412) response.status(status).set("Cache-Control", "no-store").end();
  else answerNotFound(response);
}

const ending = /^(.+)\.(mp4|webp)$/;

function serveFile(request: Request, response: Response, personId: string | null): void {
  const [, id, kind] = ending.exec(request.params["file"] ?? "") ?? [];
  const asset = visibleAsset(id, personId);
  if (asset?.host !== "local") answerNotFound(response);
  else if (kind === "mp4") sendFile(request, response, asset, { name: asset.locator, type: "video/mp4" });
  else sendFile(request, response, asset, { name: `${asset.id}.webp`, type: "image/webp" });
}

function serveText(request: Request, response: Response, personId: string | null): void {
  const { id, kind, language } = request.params;
  const asset = visibleAsset(id, personId);
  const vtt =
    asset !== null && (kind === "captions" || kind === "chapters") && language !== undefined
      ? findMediaText(asset.id, kind, language)
      : null;
  if (asset === null || vtt === null) {
    answerNotFound(response);
    return;
  }
  // Captions can be corrected, so a browser asks again each time.
  response.set("Cache-Control", asset.audience === "anyone" ? "public, no-cache" : "private, no-cache");
  response.set("ETag", `"${sha256(vtt).slice(0, 22)}"`);
  if (request.fresh) response.status(304).end();
  else response.type("text/vtt; charset=utf-8").send(vtt);
}

async function fileHandler(request: Request, response: Response): Promise<void> {
  const viewer = await readViewer(request.headers.cookie ?? null);
  if (viewer === null) {
    serveFile(request, response, null);
    return;
  }
  serveFile(request, response, viewer.id);
}

async function textHandler(request: Request, response: Response): Promise<void> {
  const viewer = await readViewer(request.headers.cookie ?? null);
  if (viewer === null) {
    serveText(request, response, null);
    return;
  }
  serveText(request, response, viewer.id);
}

/** Hands what goes wrong to Express, which answers 500. */
const caught =
  (handler: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response, next: NextFunction) => {
    handler(request, response).catch(next);
  };

/** `/media/<id>.mp4`, `/media/<id>.webp`, `/media/<id>/captions.<language>.vtt`, `/media/<id>/chapters.<language>.vtt` */
export function mediaRoutes(): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(`/media/:file(${idPattern}\\.(?:mp4|webp))`, caught(fileHandler));
  router.get(`/media/:id(${idPattern})/:kind(captions|chapters).:language([a-z]{2}).vtt`, caught(textHandler));
  return router;
}
