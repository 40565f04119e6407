import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { handInQuiz } from "../../app/courses/hand-in-quiz.server";
import { startQuiz } from "../../app/courses/start-quiz.server";
import { issueCertificate } from "../../app/certificates/issue-certificate.job.server";
import { stopCertificateThread } from "../../app/certificates/render-pdf.server";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { mediaFolder } from "../../app/media/local.server";
import routes from "../../app/routes";
import { certificateCheckRoutes } from "../../server/check-certificate";
import { healthRoutes } from "../../server/health";
import { hotRoutes } from "../../server/hot/routes";
import { mediaRoutes } from "../../server/media";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenCompleted } from "../support/given-completed";
import { onLoopback } from "../support/loopback";

/**
 * Rights on what belongs to a learner and to site admins, in one written table beside that of a society's workspace. A
 * route of the manifest or of Express without a line fails, so that nobody adds one without saying who may use it.
 *
 * Columns: nobody, somebody else, the learner, site admin. 302 leads to the sign-in, or on a page that only redirects to
 * where it leads; 404 is "not there" and "not yours"; "nothing" is an answer for a script that finds nothing to do.
 */
const pages: Readonly<Record<string, string>> = {
  "learn/:trackSlug": "302 302 302 302",
  "learn/:trackSlug/:lessonId": "302 404 200 404",
  "learn/:trackSlug/:lessonId/practice": "302 404 200 404",
  "learn/:trackSlug/:lessonId/mistake": "302 404 200 404",
  "learn/:trackSlug/:lessonId/sitting/:number": "302 404 200 404",
  "learn/:trackSlug/:lessonId/result/:number": "302 404 200 404",
  my: "302 200 200 200",
  "my/refresher": "302 200 200 200",
  "my/certificates": "302 200 200 200",
  "my/certificates/:number.pdf": "302 404 200 404",
  "admin/societies": "302 404 404 200",
  "admin/societies/new": "302 404 404 200",
  "admin/societies/:societySlug": "302 404 404 200",
  "admin/pages": "302 404 404 200",
  "admin/pages/:slug/:language": "302 404 404 200",
};

/** The same for what a page takes. Where rights hang on what the form is about, it is a form that the learner may send. */
const writes: Readonly<Record<string, string>> = {
  "admin/pages/:slug/:language": "302 404 404 422",
  "admin/societies/:societySlug": "302 404 404 400",
  "admin/societies/new": "302 404 404 422",
  // What a learner practised a moment ago is due to nobody.
  "my/refresher": "302 nothing nothing nothing",
  "learn/:trackSlug/:lessonId/sitting/:number": "302 404 302 404",
  "learn/:trackSlug/:lessonId/mistake": "302 404 200 404",
  "learn/:trackSlug/:lessonId/practice": "302 nothing 200 nothing",
  "learn/:trackSlug/:lessonId": "302 404 302 404",
  // Everybody may enrol.
  "learn/:trackSlug": "302 302 302 302",
};

const anAnswer = { question: "one-of-three", turn: "0", response: JSON.stringify({ kind: "single", option: "a" }) };
const forms = (trackSlug: string): Readonly<Record<string, Record<string, string>>> => ({
  "my/refresher": { track: trackSlug, ...anAnswer },
  "learn/:trackSlug/:lessonId": { intent: "start", identity: "yes" },
  "learn/:trackSlug/:lessonId/practice": { track: trackSlug, ...anAnswer },
  "learn/:trackSlug/:lessonId/mistake": { text: "The unit is missing." },
  "learn/:trackSlug/:lessonId/sitting/:number": { intent: "hand-in" },
});

/** What Express answers by itself: who may use it is its own affair, so it has a line here too. */
const express: Readonly<Record<string, string>> = {
  "get /healthz": "200 200 200 200",
  "get /readyz": "200 200 200 200",
  // In demonstration mode; with APP_URL set it wants METRICS_TOKEN.
  "get /metrics": "200 200 200 200",
  "post /hot/watch": "401 404 200 404",
  "post /hot/answers": "401 404 200 404",
  "post /hot/flags": "401 404 200 404",
  // Whoever has a certificate's number may check it.
  "get /verify/:number": "200 200 200 200",
  "get /:lang/verify/:number": "200 200 200 200",
  "get /media/:file": "404 404 200 404",
  "get /media/:id/:kind.:language.vtt": "404 404 200 404",
};

type Handler = Parameters<typeof ask>[0];
const modules = import.meta.glob<{ loader?: Handler; action?: Handler }>("../../app/routes/*.{ts,tsx}");

function ownRoutes() {
  return Promise.all(
    routes
      .filter(({ path: place = "" }) => /^(?:my|learn|admin)(?:\/|$)/.test(place))
      .map(async ({ path: place = "", file }) => ({ place, ...(await modules[`../../app/${file}`]?.()) })),
  );
}

beforeAll(async () => {
  registerAllMessages();
  // Every page's code is read once, and no test's time is spent on it.
  await ownRoutes();
}, 60_000);
afterAll(stopCertificateThread);

/** A learner with a running sitting, one that is over, and a certificate of another track. */
async function givenPeople({ given, db, now }: DbTestContext) {
  const { person, edition } = await given.enrolled();
  const quiz = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", now };
  await startQuiz({ ...quiz, confirmsIdentity: true });
  await handInQuiz({ ...quiz, number: 1 });
  await startQuiz({ ...quiz, confirmsIdentity: true });
  const { id: sittingId } = await db.sitting.findFirstOrThrow({ where: { personId: person.id, number: 2 } });
  const completed = await givenCompleted(given, now, { person });
  await issueCertificate({ enrolmentId: completed.enrolment.id }, now);
  const { number } = await db.certificate.findFirstOrThrow();
  const society = await given.society();
  const params: Record<string, string> = {
    trackSlug: edition.track.slug,
    lessonId: "quiz",
    societySlug: society.slug,
    slug: "help",
    language: "en",
  };
  const people = [await given.person(), person, await given.person({ isSiteAdmin: true })];
  const cookies = [undefined, ...(await Promise.all(people.map((somebody) => given.signedIn(somebody))))];
  const numbers: Readonly<Record<string, string>> = { sitting: "2", result: "1", certificates: number };
  const askEach = async (handler: Handler, place: string, form?: Record<string, string>) => {
    const of = /(sitting|result|certificates)\/:number/.exec(place)?.[1] ?? "";
    const all: Record<string, string> = { ...params, number: numbers[of] ?? "" };
    const address = `/${place}`.replace(/:(\w+)/g, (_, name: string) => all[name] ?? "");
    const statuses: string[] = [];
    for (const cookie of cookies) {
      const question = { path: address, params: all, ...(cookie === undefined ? {} : { cookie }) };
      const { status, data } = await ask(handler, form === undefined ? question : { ...question, form });
      statuses.push(form !== undefined && data === null ? "nothing" : String(status));
    }
    return statuses.join(" ");
  };
  return { edition, sittingId, number, cookies, askEach };
}

dbTest("who may see what of learners and of the site is what the table says", async (context) => {
  const { askEach } = await givenPeople(context);
  const seen: Record<string, string> = {};
  for (const { place, loader } of await ownRoutes())
    if (loader !== undefined) seen[place] = await askEach(loader, place);
  expect(seen).toEqual(pages);
});

dbTest("who may change what of learners and of the site is what the table says", async (context) => {
  const { askEach, edition } = await givenPeople(context);
  const sent = forms(edition.track.slug);
  const seen: Record<string, string> = {};
  // Handed in before it is practised, and enrolled last: the other way round strangers would be learners.
  for (const { place, action } of (await ownRoutes()).toReversed())
    if (action !== undefined) seen[place] = await askEach(action, place, sent[place] ?? { nothing: "" });
  expect(seen).toEqual(writes);
});

dbTest("who may use what Express answers by itself is what the table says", async (context) => {
  const { edition, sittingId, number, cookies } = await givenPeople(context);
  const { assetId } = edition;
  mkdirSync(mediaFolder(), { recursive: true });
  writeFileSync(path.join(mediaFolder(), `${assetId}.mp4`), "film");
  const response = { kind: "single", option: "a" };
  const bodies: Readonly<Record<string, object>> = {
    "/hot/watch": {
      trackSlug: edition.track.slug,
      lessonId: "webinar",
      spans: [[0, 1000]],
      positionMs: 1000,
      seeked: false,
    },
    "/hot/answers": { sittingId, questionId: "one-of-three", device: "device-one", sequence: 1, response },
    "/hot/flags": { sittingId, questionId: "one-of-three", device: "device-one", sequence: 2, flagged: true },
  };
  const addresses: Readonly<Record<string, string>> = {
    "/media/:file": `/media/${assetId}.mp4`,
    "/media/:id/:kind.:language.vtt": `/media/${assetId}/captions.en.vtt`,
    "/verify/:number": `/verify/${number}`,
    "/:lang/verify/:number": `/de/verify/${number}`,
  };
  const seen: Record<string, string> = {};
  for (const router of Object.values(routers).map((make) => make())) {
    const site = await onLoopback(router);
    for (const { method, place } of routesOf(router)) {
      const statuses: number[] = [];
      for (const cookie of cookies) {
        const headers = {
          Accept: "application/json",
          "Content-Type": "application/json",
          ...(cookie === undefined ? {} : { Cookie: cookie }),
        };
        const asked = {
          method,
          headers,
          ...(bodies[place] === undefined ? {} : { body: JSON.stringify(bodies[place]) }),
        };
        statuses.push((await site.ask(addresses[place] ?? place, asked)).status);
      }
      seen[`${method} ${place}`] = statuses.join(" ");
    }
    await site.close();
  }
  expect(seen).toEqual(express);
});

const routers = { healthRoutes, mediaRoutes, hotRoutes, certificateCheckRoutes };

test("every router of the site is in the table", () => {
  const mounted = readFileSync("server/site.ts", "utf8").matchAll(/app\.use\((\w+Routes)\(\)\)/g);
  expect([...mounted].map(([, name]) => name)).toEqual(Object.keys(routers));
});

/** What Express keeps of a route; a layer without one is a middleware. */
const Layers = z.array(
  z.object({
    route: z
      .object({ path: z.union([z.string(), z.array(z.string())]), methods: z.record(z.string(), z.boolean()) })
      .optional(),
  }),
);

/** Method and path of each route of a router, without the patterns of its parameters. */
function routesOf(router: ReturnType<typeof hotRoutes>): { method: string; place: string }[] {
  return Layers.parse(router.stack).flatMap(({ route }) =>
    Object.keys(route?.methods ?? {}).flatMap((method) =>
      [route?.path ?? ""].flat().map((place) => ({ method, place: place.replace(/\((?:[^()]|\([^()]*\))*\)/g, "") })),
    ),
  );
}
