import { type Request as ExpressRequest, type Response as ExpressResponse, Router } from "express";
import { checkCertificate } from "../app/certificates/check-certificate.server";
import { machineAnswer } from "../app/certificates/machine-answer";
import { isLocale } from "../app/i18n/locales";
import { clientAddress } from "../app/platform/client-address.server";
import { now } from "../app/platform/clock.server";
import { openToAll } from "../app/platform/http.server";

/**
 * The check page for programs: the same address with `Accept: application/json` or `?format=json`. It stands in front
 * of the cache of pages, which knows HTML only.
 */
export function certificateCheckRoutes(): Router {
  const router = Router();
  router.get(["/verify/:number", "/:lang/verify/:number"], (request, response, next) => {
    openToAll(request);
    const { lang } = request.params;
    if (!wantsJson(request) || (lang !== undefined && !isLocale(lang))) next();
    else answerJson(request, response).catch(next);
  });
  return router;
}

function wantsJson(request: ExpressRequest): boolean {
  return (
    request.query["format"] === "json" || request.accepts(["text/html", "application/json"]) === "application/json"
  );
}

async function answerJson(request: ExpressRequest, response: ExpressResponse): Promise<void> {
  const moment = now();
  const text = request.params["number"] ?? "";
  const checked = await checkCertificate({ text, address: clientAddress({ clientAddress: request.ip }), now: moment });
  response.set({ "Cache-Control": "no-store", Vary: "Accept", "X-Robots-Tag": "noindex" });
  switch (checked.answer) {
    case "found":
      response.json(machineAnswer(checked.certificate, moment));
      return;
    case "respell":
      response.redirect(301, `/verify/${checked.number}?format=json`);
      return;
    case "malformed":
      response.status(404).json({ genuine: false, error: "malformed-number", fault: checked.fault });
      return;
    case "unknown":
      response.status(404).json({ genuine: false, error: "unknown-number" });
      return;
    case "limited":
      response.status(429).set("Retry-After", String(checked.seconds)).json({ error: "too-many-unknown-numbers" });
  }
}
