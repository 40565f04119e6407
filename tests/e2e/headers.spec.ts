import { expect, test } from "./fixtures";

/** Headers of every kind of answer: a page, a page that hydrates, a file, a recording, JSON and an error. */

const common = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self), picture-in-picture=(self)",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const rest =
  "img-src 'self' data:; font-src 'self'; media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
const still = `default-src 'none'; script-src 'self'; style-src 'self'; ${rest}`;
const noPage = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

function expectHeaders(headers: Readonly<Record<string, string>>, policy: string): void {
  expect(headers).toMatchObject(common);
  expect(headers["content-security-policy"]).toBe(policy);
  // Without TLS in front there is none to insist on.
  expect(headers["strict-transport-security"]).toBeUndefined();
  expect(headers["x-powered-by"]).toBeUndefined();
}

for (const path of ["/", "/catalogue", "/de/catalogue", "/sign-in", "/verify", "/no-such-page"]) {
  test(`${path} is a still page: scripts and styles of this site only, none of them inline`, async ({ request }) => {
    const answer = await request.get(path);
    expectHeaders(answer.headers(), still);
    const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.filter((tag) => !/ src="\/|type="application\/ld\+json"/.test(tag))).toEqual([]);
  });
}

test("a page of a signed-in reader is kept by nobody", async ({ page, given, signIn }) => {
  const { person, edition } = await given.enrolled();
  await signIn(person);
  for (const path of [
    "/my",
    `/learn/${edition.track.slug}/reading`,
    `/learn/${edition.track.slug}/quiz`,
    "/catalogue",
    "/profile",
  ]) {
    const answer = await page.goto(path);
    expectHeaders(answer?.headers() ?? {}, still);
    expect(answer?.headers()["cache-control"], path).toBe("private, no-store");
  }
});

test("a page that hydrates has a fresh nonce for its scripts, and nothing keeps it", async ({
  page,
  given,
  signIn,
}) => {
  const { person, edition } = await given.enrolled({ quiz: { attempts: null } });
  await signIn(person);
  await page.goto(`/learn/${edition.track.slug}/quiz`);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page).toHaveURL(/sitting\/1$/);
  const nonces = new Set<string>();
  for (let round = 0; round < 2; round++) {
    const answer = await page.reload();
    const headers = answer?.headers() ?? {};
    const nonce = /'nonce-([a-z0-9]{24})'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "none";
    expectHeaders(
      headers,
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; ${rest}`,
    );
    expect(headers["cache-control"]).toBe("private, no-store");
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

test("files, recordings, JSON and plain answers may do nothing at all", async ({ request, page, given, signIn }) => {
  const home = await (await request.get("/")).text();
  const file = /\/assets\/[\w-]+\.css/.exec(home)?.[0] ?? "";
  const style = await request.get(file);
  expect(style.status()).toBe(200);
  expectHeaders(style.headers(), noPage);
  expect(style.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  for (const path of ["/healthz", "/readyz"]) expectHeaders((await request.get(path)).headers(), noPage);
  expectHeaders((await request.get("/media/no-such-recording.mp4")).headers(), noPage);

  const { db } = await import("../../app/platform/db.server");
  const { person } = await given.enrolledIn("ct-orientation-session");
  await signIn(person);
  const track = await db.track.findUniqueOrThrow({
    where: { slug: "ct-orientation-session" },
    include: { currentEdition: true },
  });
  const assetId = /"assetId":"([^"]+)"/.exec(track.currentEdition?.manifest ?? "")?.[1] ?? "";
  const recording = await page.request.get(`/media/${assetId}.mp4`, { headers: { Range: "bytes=0-99" } });
  expect(recording.status()).toBe(206);
  expectHeaders(recording.headers(), noPage);
  expect(recording.headers()["content-type"]).toBe("video/mp4");
});
