import { once } from "node:events";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { demonstrationPassword } from "../../app/accounts/demonstration-people";
import type { Given } from "../support/given";
import { expect, test } from "./fixtures";
import type { Site } from "./site";

/** What the built site does with input that no page of ours sends. Spoken over a bare connection, so that nothing helps. */

interface Wish {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sends the body without saying how long it is. */
  readonly chunked?: boolean;
  readonly cookie?: string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

function headersOf(site: Site, { headers, cookie, chunked, body = "" }: Wish): Record<string, string> {
  const length = chunked === true || body === "" ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  const session = cookie === undefined ? {} : { Cookie: cookie };
  return { Host: new URL(site.url).host, ...length, ...session, ...headers };
}

async function ask(site: Site, path: string, wish: Wish = {}): Promise<Answer> {
  const { port } = new URL(site.url);
  const { method = "GET", body = "", chunked = false } = wish;
  // The path goes as it is: `new URL` would mend what these tests are about.
  const options = { host: "127.0.0.1", port, path, method, headers: headersOf(site, wish), agent: false };
  const sent = httpRequest(options);
  const answered = once(sent, "response") as Promise<[IncomingMessage]>;
  if (chunked) sent.write(body);
  sent.end(chunked ? undefined : body);
  const [response] = await answered;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString("utf8") };
}

const form = "application/x-www-form-urlencoded";

/** A form as a page of the site posts it. */
function post(site: Site, path: string, fields: Readonly<Record<string, string>>, wish: Wish = {}): Promise<Answer> {
  const headers = { Origin: site.url, "Content-Type": form, ...wish.headers };
  return ask(site, path, { method: "POST", body: new URLSearchParams(fields).toString(), ...wish, headers });
}

function hotAnswer(site: Site, answer: unknown, wish: Wish = {}): Promise<Answer> {
  const headers = { Origin: site.url, "Content-Type": "application/json", ...wish.headers };
  const body = typeof answer === "string" ? answer : JSON.stringify(answer);
  return ask(site, "/hot/answers", { method: "POST", body, ...wish, headers });
}

const reference = /[0-9A-Z]{4}-[0-9A-Z]{2}/;

/** An error page says what happened under a number, and nothing of how the program is made. */
function expectErrorPage(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(answer.text).toMatch(reference);
  expect(answer.text).toContain("<h1>");
  expect(answer.text).not.toMatch(/node_modules|\bat [\w.]+ \(|TypeError|\.tsx?:\d|build\/server/);
}

const countEnrolments = async (personId: string) => {
  const { db } = await import("../../app/platform/db.server");
  return db.enrolment.count({ where: { personId } });
};

const aSession = async (given: Given) => {
  const person = await given.person();
  return { person, cookie: await given.signedIn(person) };
};

// ---------- bodies ----------

for (const [name, contentType] of [
  ["JSON", "application/json"],
  ["plain text", "text/plain"],
] as const) {
  test(`a form that comes as ${name} is refused with 415`, async ({ site }) => {
    expectErrorPage(await post(site, "/sign-in", { email: "a" }, { headers: { "Content-Type": contentType } }), 415);
  });
}

test("a form without any type is refused with 415, a broken one with 400", async ({ site }) => {
  expectErrorPage(await ask(site, "/sign-in", { method: "POST", headers: { Origin: site.url } }), 415);
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };
  expectErrorPage(await post(site, "/sign-in", {}, { headers, body: "no parts at all" }), 400);
});

test("an oversized body is refused before it is read", async ({ site }) => {
  const headers = { "Content-Length": String(300 * 1024), Connection: "close" };
  const answer = await post(site, "/sign-in", {}, { headers, body: "x".repeat(300 * 1024) });
  expect(answer.status).toBe(413);
  expect(answer.text).toContain("larger than 256 kB");
});

test("a body that doesn't say how long it is is refused with 411", async ({ site }) => {
  const answer = await post(site, "/sign-in", {}, { chunked: true, body: "email=a" });
  expect(answer.status).toBe(411);
});

// ---------- where a change comes from ----------

test("a change from a page of another site is refused, and nothing is changed", async ({ site, given }) => {
  const { person, cookie } = await aSession(given);
  const { track } = await given.edition();
  const attempts: Record<string, string>[] = [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { Origin: "not an address" },
    { Origin: `${site.url}.evil.example` },
    { Origin: site.url, "Sec-Fetch-Site": "cross-site" },
    { Origin: site.url, "Sec-Fetch-Site": "same-site" },
    { "Sec-Fetch-Site": "cross-site" },
    {},
  ];
  for (const headers of attempts) {
    const answer = await ask(site, `/learn/${track.slug}`, {
      method: "POST",
      cookie,
      headers: { "Content-Type": form, ...headers },
    });
    expect(answer.status, JSON.stringify(headers)).toBe(403);
  }
  expect(await countEnrolments(person.id)).toBe(0);
  const own = await post(site, `/learn/${track.slug}`, {}, { cookie, headers: { "Sec-Fetch-Site": "same-origin" } });
  expect(own.status).toBe(302);
  expect(await countEnrolments(person.id)).toBe(1);
});

test("the hot lane wants the same origin", async ({ site, given }) => {
  const { cookie } = await aSession(given);
  expect((await hotAnswer(site, {}, { cookie, headers: { Origin: "https://evil.example" } })).status).toBe(403);
});

test("in demonstration mode another host, or a request that a proxy has passed on, gets 421 and a sentence", async ({
  site,
}) => {
  const { port } = new URL(site.url);
  for (const host of ["evil.example", "localhost.evil.example", `192.168.0.9:${port}`]) {
    const answer = await ask(site, "/", { headers: { Host: host } });
    expect(answer.status, host).toBe(421);
    expect(answer.text).toContain("This is a demonstration");
  }
  for (const name of ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP"]) {
    expect((await ask(site, "/", { headers: { [name]: "1.2.3.4" } })).status, name).toBe(421);
  }
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
    expect((await ask(site, "/", { headers: { Host: host } })).status, host).toBe(200);
  }
});

// ---------- addresses ----------

test("an address with a malformed id is not there", async ({ site, given }) => {
  const { person, edition } = await given.enrolled();
  const cookie = await given.signedIn(person);
  const quiz = `/learn/${edition.track.slug}/quiz`;
  await post(site, quiz, { intent: "start", identity: "yes" }, { cookie });
  expect((await ask(site, `${quiz}/sitting/1`, { cookie })).status).toBe(200);
  const paths = [
    "/learn/NO-SUCH/quiz",
    "/learn/a--b/quiz",
    `/learn/${"x".repeat(101)}/quiz`,
    `/learn/${edition.track.slug}/..%2f..%2fetc`,
    `/learn/${edition.track.slug}/%00`,
    ...["0", "-1", "1.5", "01", "0x1", "1e0", "%201", "1000", "one", "2"].map((number) => `${quiz}/sitting/${number}`),
    ...["0", "0x1", "99", "two"].map((number) => `${quiz}/result/${number}`),
    "/tracks/No.Such",
    "/verify/not-a-number",
    "/media/..%2fstepwedge.mp4",
    "/dev/inbox/..%2f..%2fstepwedge.db",
    "/assets/..%2f..%2fserver/index.js",
    "/.env",
  ];
  for (const path of paths) expect((await ask(site, path, { cookie })).status, path).toBe(404);
});

test("an address that can't be decoded is a bad request", async ({ site }) => {
  const answer = await ask(site, "/%E0%A4%A");
  expect(answer.status).toBe(400);
  expect(answer.text).not.toMatch(/URIError|node_modules/);
});

test("a language that the site doesn't speak is not there", async ({ site }) => {
  expectErrorPage(await ask(site, "/xx/catalogue"), 404);
  expect((await ask(site, "/de/catalogue")).status).toBe(200);
});

test("methods that a page doesn't know are refused", async ({ site, given }) => {
  const { cookie } = await aSession(given);
  for (const [method, path] of [
    ["DELETE", "/my"],
    ["PATCH", "/catalogue"],
    ["POST", "/no-such-page"],
    ["PUT", "/hot/answers"],
    ["OPTIONS", "/"],
  ] as const) {
    expectErrorPage(
      await ask(site, path, { method, cookie, headers: { Origin: site.url, "Content-Type": form } }),
      405,
    );
  }
  expect((await ask(site, "/", { method: "TRACE" })).status).toBe(403);
  expect((await ask(site, "/hot/answers", { cookie })).status).toBe(404);
});

test("nobody is sent to another site after a form", async ({ site, given }) => {
  // Loaded here, because it reads the settings that the fixtures have made.
  const { givenPassword } = await import("../support/given");
  const evil = [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "evil.example",
  ];
  for (const next of evil) {
    const { email } = await given.person();
    const answer = await post(site, "/sign-in", { email, password: givenPassword, next });
    expect(answer.headers.location, next).toBe("/my");
    const back = await post(site, "/preferences", { intent: "theme", theme: "dark", back: next });
    expect(back.headers.location, next).toBe("/");
    const page = await ask(site, `/sign-in?next=${encodeURIComponent(next)}`);
    expect(page.text).toContain('name="next" value=""');
  }
  const { email } = await given.person();
  const answer = await post(site, "/sign-in", { email, password: givenPassword, next: "/learn/a-track" });
  expect(answer.headers.location).toBe("/learn/a-track");
});

// ---------- who is not who ----------

test("without a session a page leads to the sign-in, and the hot lane answers 401", async ({ site }) => {
  const page = await ask(site, "/learn/a-track/a-lesson");
  expect(page.status).toBe(302);
  expect(page.headers.location).toBe("/sign-in?next=%2Flearn%2Fa-track%2Fa-lesson");
  expect((await post(site, "/learn/a-track/a-lesson", { intent: "done" })).status).toBe(302);
  expect((await hotAnswer(site, {})).status).toBe(401);
  expect((await hotAnswer(site, {}, { cookie: "session=made-up" })).status).toBe(401);
});

const goodAnswer = {
  sittingId: "no-such-sitting",
  questionId: "one-of-three",
  device: "device-one",
  sequence: 1,
  response: { kind: "single", option: "a" },
};

test("the hot lane refuses what is not an answer", async ({ site, given }) => {
  const { cookie } = await aSession(given);
  const malformed: unknown[] = [
    {},
    [],
    { ...goodAnswer, device: "../../etc" },
    { ...goodAnswer, questionId: '","x":"' },
    { ...goodAnswer, sequence: -1 },
    { ...goodAnswer, sequence: 1.5 },
    { ...goodAnswer, sequence: 4_294_967_296 },
    { ...goodAnswer, response: { kind: "sculpture", text: "a" } },
    { ...goodAnswer, response: { kind: "numeric", text: "1".repeat(65), unit: "" } },
    { ...goodAnswer, personId: "somebody-else" },
  ];
  for (const answer of malformed) {
    expect(await hotAnswer(site, answer, { cookie }), JSON.stringify(answer)).toMatchObject({ status: 422 });
  }
  for (const body of ["{", "null", '"text"']) expect((await hotAnswer(site, body, { cookie })).status, body).toBe(400);
  expect((await hotAnswer(site, "a=b", { cookie, headers: { "Content-Type": form } })).status).toBe(415);
  expect((await hotAnswer(site, { ...goodAnswer, padding: "x".repeat(200_000) }, { cookie })).status).toBe(413);
  expect((await hotAnswer(site, goodAnswer, { cookie })).status).toBe(404);
});

// ---------- what is over ----------

test("a sitting that is over takes no answer, is handed in once and shows its result", async ({ site, given }) => {
  const { person, edition } = await given.enrolled();
  const cookie = await given.signedIn(person);
  const quiz = `/learn/${edition.track.slug}/quiz`;
  await post(site, quiz, { intent: "start", identity: "yes" }, { cookie });
  const { db } = await import("../../app/platform/db.server");
  const { id: sittingId } = await db.sitting.findFirstOrThrow({ where: { personId: person.id } });
  expect((await hotAnswer(site, { ...goodAnswer, sittingId }, { cookie })).status).toBe(200);
  const other = await aSession(given);
  expect((await hotAnswer(site, { ...goodAnswer, sittingId }, { cookie: other.cookie })).status).toBe(404);
  expect((await post(site, `${quiz}/sitting/1`, { intent: "hand-in" }, { cookie: other.cookie })).status).toBe(404);
  const first = await post(site, `${quiz}/sitting/1`, { intent: "hand-in" }, { cookie });
  const again = await post(site, `${quiz}/sitting/1`, { intent: "hand-in" }, { cookie });
  for (const answer of [first, again]) expect(answer.headers.location).toBe(`${quiz}/result/1`);
  const late = await hotAnswer(site, { ...goodAnswer, sittingId, sequence: 2 }, { cookie });
  expect({ status: late.status, body: JSON.parse(late.text) as unknown }).toEqual({
    status: 409,
    body: { ok: false, reason: "handed-in" },
  });
  expect((await ask(site, `${quiz}/sitting/1`, { cookie })).headers.location).toBe(`${quiz}/result/1`);
  expect((await ask(site, `${quiz}/result/1`, { cookie: other.cookie })).status).toBe(404);
  expect(await db.answerEvent.count({ where: { sittingId } })).toBe(1);
});

test("a track that was withdrawn takes nobody new, and who is enrolled may finish it", async ({ site, given }) => {
  const { person, edition } = await given.enrolled();
  const { transact } = await import("../../app/platform/db.server");
  await transact((tx) => tx.track.update({ where: { id: edition.track.id }, data: { availability: "withdrawn" } }));
  const track = `/learn/${edition.track.slug}`;
  const stranger = await aSession(given);
  const refused = await post(site, track, {}, { cookie: stranger.cookie });
  expect(refused.status).toBe(302);
  expect(refused.headers.location).toBe(`/tracks/${edition.track.slug}`);
  expect(await countEnrolments(stranger.person.id)).toBe(0);
  const cookie = await given.signedIn(person);
  expect((await ask(site, `${track}/reading`, { cookie })).status).toBe(200);
  expect((await post(site, `${track}/reading`, { intent: "done" }, { cookie })).headers.location).toBe(
    `${track}/webinar`,
  );
  const started = await post(site, `${track}/quiz`, { intent: "start", identity: "yes" }, { cookie });
  expect(started.headers.location).toBe(`${track}/quiz/sitting/1`);
});

// ---------- texts ----------

const hostile = `<script>document.title = "broken"</script>"'&⟦theme⟧⟦no-such-mark⟧`;

test("a hostile name is shown as text", async ({ page, given, signIn }) => {
  const person = await given.person({ certificateName: hostile });
  const { edition } = await given.enrolled({ person });
  await signIn(person);
  for (const path of [
    "/my",
    `/learn/${edition.track.slug}/reading`,
    `/learn/${edition.track.slug}/reading`,
    `/learn/${edition.track.slug}/quiz`,
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    // A mark in a name may lose its meaning; it must not get one.
    await expect(page.getByText(`<script>document.title = "broken"</script>"'&`).first()).toBeAttached();
    expect(await page.title()).not.toBe("broken");
  }
});

test("hostile texts in forms and addresses are kept as text", async ({ page, given, signIn }) => {
  const { person, edition } = await given.enrolled();
  await signIn(person);
  const track = `/learn/${edition.track.slug}`;
  await page.goto(`${track}/evaluation`);
  await page.getByRole("textbox").fill(hostile);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.locator("form.evaluation button").click(),
  ]);
  expect(answer.status()).toBe(422);
  await expect(page.getByRole("textbox")).toHaveValue(/<script>document\.title = "broken"<\/script>"'&/);
  const said = encodeURIComponent(hostile);
  for (const path of [
    `/my?q=${said}`,
    `${track}/reading/mistake?question=${said}`,
    `/catalogue?q=${said}&modality=${said}`,
  ]) {
    const shown = await page.goto(path);
    expect(shown?.status(), path).toBe(200);
    expect(await page.title()).not.toBe("broken");
  }
});

test("a page that breaks says so under a number, and keeps the cause to itself", async ({
  site,
  given,
  expectServerError,
}) => {
  const { person, edition } = await given.enrolled();
  const { transact } = await import("../../app/platform/db.server");
  const setManifest = (manifest: string) =>
    transact((tx) => tx.edition.update({ where: { id: edition.id }, data: { manifest } }));
  const logged = site.errors.length;
  expectServerError(/a request failed/);
  await setManifest("{ broken");
  const answer = await ask(site, `/learn/${edition.track.slug}/reading`, { cookie: await given.signedIn(person) });
  // The public pages of the same server read every edition.
  await setManifest(JSON.stringify(edition.manifest));
  expectErrorPage(answer, 500);
  // The line comes over a pipe: it belongs to this test, not to the next one.
  await expect.poll(() => site.errors.length).toBeGreaterThan(logged);
});

test("wrong credentials and unknown addresses are answered alike", async ({ site, given }) => {
  const { email } = await given.person();
  const known = await post(site, "/sign-in", { email, password: "not the password at all" });
  const unknown = await post(site, "/sign-in", { email: "nobody@example.org", password: demonstrationPassword });
  expect(unknown.status).toBe(known.status);
  expect(unknown.text.replaceAll("nobody@example.org", "-")).toBe(known.text.replaceAll(email, "-"));
});
