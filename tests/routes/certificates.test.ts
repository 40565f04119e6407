import { once } from "node:events";
import { createServer } from "node:http";
import express from "express";
import { afterAll, beforeAll, expect } from "vitest";
import { issueCertificate } from "../../app/certificates/issue-certificate.job.server";
import { drawNumber } from "../../app/certificates/number";
import { stopCertificateThread } from "../../app/certificates/render-pdf.server";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { present } from "../../app/platform/invariant";
import { loader as list } from "../../app/routes/my.certificates";
import { loader as pdf } from "../../app/routes/my.certificates.pdf";
import { loader as field } from "../../app/routes/verify";
import { loader as page } from "../../app/routes/verify.number";
import { certificateCheckRoutes } from "../../server/check-certificate";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenCompleted } from "../support/given-completed";

beforeAll(registerAllMessages);
afterAll(stopCertificateThread);

const unknownNumber = drawNumber((length) => new Uint8Array(length).fill(7));

async function givenCertificate({ db, given, now }: DbTestContext) {
  const { enrolment, person } = await givenCompleted(given, now);
  await issueCertificate({ enrolmentId: enrolment.id }, now);
  const { number } = await db.certificate.findFirstOrThrow();
  return { person, number, cookie: await given.signedIn(person) };
}

dbTest("a typed number leads to its page; what can't be one stays with its reason and its text", async () => {
  const type = (number: string, params = {}) =>
    ask(field, { path: `/verify?number=${encodeURIComponent(number)}`, params });
  const spelled = unknownNumber.toLowerCase().replaceAll("-", " ");
  expect(await type(spelled)).toMatchObject({ status: 302, location: `/en/verify/${unknownNumber}` });
  expect(await type(spelled, { lang: "de" })).toMatchObject({ status: 302, location: `/de/verify/${unknownNumber}` });
  expect(await type("7Q4M")).toMatchObject({ status: 422, data: { typed: "7Q4M", fault: "length" } });
  expect(await type(" ")).toMatchObject({ status: 422, data: { typed: "", fault: "empty" } });
  expect(await type("0000-0000-0000-0000-00")).toMatchObject({ status: 422, data: { fault: "check" } });
  expect(await ask(field, { path: "/verify" })).toMatchObject({ status: 200, data: { typed: "", fault: null } });
});

dbTest("a certificate has one address, open to all; an unknown number is a 404 with advice", async (context) => {
  const { number } = await givenCertificate(context);
  const open = (text: string, params = {}) =>
    ask(page, { path: `/verify/${text}`, params: { number: text, ...params } });
  expect(await open(number)).toMatchObject({
    status: 200,
    data: { certificate: { number, status: "active", personal: { name: "Zoë Müller" } } },
  });
  expect(await open(number.toLowerCase())).toMatchObject({ status: 301, location: `/verify/${number}` });
  expect(await open(number.toLowerCase(), { lang: "fr" })).toMatchObject({
    status: 301,
    location: `/fr/verify/${number}`,
  });
  expect(await open(number, { lang: "xx" })).toMatchObject({ status: 404, data: "page" });
  expect(await open(unknownNumber)).toMatchObject({
    status: 404,
    data: { certificate: null, typed: unknownNumber, fault: null },
  });
  expect(await open("nonsense")).toMatchObject({ status: 404, data: { certificate: null, fault: "length" } });
});

dbTest("an address that asks for unknown numbers again and again is told to wait", async () => {
  const open = () => ask(page, { path: `/verify/${unknownNumber}`, params: { number: unknownNumber } });
  for (let i = 0; i < 30; i++) expect((await open()).status).toBe(404);
  const refused = await open();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(500);
});

dbTest("programs get the same answer as JSON, by Accept or by ?format=json", async (context) => {
  const { number } = await givenCertificate(context);
  const app = express()
    .use(certificateCheckRoutes())
    .use((_request, response) => response.send("the page"));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = present(server.address(), "address");
  const base = `http://127.0.0.1:${typeof bound === "string" ? bound : String(bound.port)}`;
  const get = (path: string, accept: string) => fetch(base + path, { headers: { Accept: accept }, redirect: "manual" });
  try {
    const answer = await get(`/verify/${number}`, "application/json");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      number,
      genuine: true,
      status: "active",
      demonstration: true,
      holder: { name: "Zoë Müller" },
      evidence: "theory",
    });
    const asked = await get(`/de/verify/${number}?format=json`, "*/*");
    expect(asked.headers.get("Content-Type")).toMatch("application/json");
    const respelled = await get(`/verify/${number.toLowerCase()}`, "application/json");
    expect(respelled.headers.get("Location")).toBe(`/verify/${number}?format=json`);
    const unknown = await get(`/verify/${unknownNumber}`, "application/json");
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toEqual({ genuine: false, error: "unknown-number" });
    for (const accept of ["text/html,application/xhtml+xml,*/*;q=0.8", "*/*"]) {
      expect(await (await get(`/verify/${number}`, accept)).text()).toBe("the page");
    }
    expect(await (await get(`/xx/verify/${number}`, "application/json")).text()).toBe("the page");
  } finally {
    server.close();
  }
});

dbTest("a PDF goes to its holder as a file that no cache keeps; to others it isn't there", async (context) => {
  const { number, cookie } = await givenCertificate(context);
  const open = (text: string, as: { cookie?: string }) =>
    ask(pdf, { path: `/my/certificates/${text}.pdf`, params: { number: text }, ...as });
  const own = await open(number, { cookie });
  expect(own.status).toBe(200);
  expect(own.data).toMatch(/^%PDF-/);
  expect(own.headers.get("Content-Type")).toBe("application/pdf");
  expect(own.headers.get("Cache-Control")).toBe("private, no-store");
  expect(own.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[ -~]+\.pdf"; filename\*=UTF-8''/);
  const stranger = { cookie: await context.given.signedIn(await context.given.person()) };
  expect((await open(number, stranger)).status).toBe(404);
  expect((await open(unknownNumber, { cookie })).status).toBe(404);
  expect((await open("nonsense", { cookie })).status).toBe(404);
  const visitor = await open(number, {});
  expect(visitor.status).toBe(302);
  expect(visitor.location).toMatch(/^\/sign-in\?next=/);
});

dbTest("the list is the viewer's own", async (context) => {
  const { number, cookie } = await givenCertificate(context);
  const open = (as: string) => ask(list, { path: "/my/certificates", cookie: as });
  expect(await open(cookie)).toMatchObject({ data: { list: { certificates: [{ number }] } } });
  const stranger = await context.given.signedIn(await context.given.person());
  expect(await open(stranger)).toMatchObject({ data: { list: { total: 0 } } });
});
