import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as remind, loader as detail } from "../../app/routes/society.participant";
import { loader as list } from "../../app/routes/society.participants";
import { loader as csv } from "../../app/routes/society.participants-csv";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";

beforeAll(registerAllMessages);

async function givenSociety({ given }: DbTestContext) {
  const society = await given.society();
  const { enrolment } = await given.enrolled({ societyId: society.id });
  const params = { societySlug: society.slug, enrolmentId: enrolment.id };
  const base = `/society/${society.slug}/participants`;
  const as = async (role: "admin" | "editor" | "author" | "reviewer", where = society) =>
    given.signedIn(await given.member({ society: where, role }));
  const askAll = async (cookie: string | undefined) => {
    const who = cookie === undefined ? {} : { cookie };
    return [
      await ask(list, { path: base, params, ...who }),
      await ask(csv, { path: `${base}.csv`, params, ...who }),
      await ask(detail, { path: `${base}/${enrolment.id}`, params, ...who }),
      await ask(remind, { path: `${base}/${enrolment.id}`, params, form: { intent: "remind" }, ...who }),
    ];
  };
  return { society, enrolment, params, base, as, askAll };
}

const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status);

dbTest("admins and editors see participants; other roles are refused, strangers find nothing", async (context) => {
  const { as, askAll } = await givenSociety(context);
  const { given, db } = context;
  for (const role of ["author", "reviewer"] as const)
    expect(statuses(await askAll(await as(role)))).toEqual([403, 403, 403, 403]);
  expect(statuses(await askAll(await as("admin", await given.society())))).toEqual([404, 404, 404, 404]);
  expect(statuses(await askAll(await given.signedIn(await given.person())))).toEqual([404, 404, 404, 404]);
  for (const answer of await askAll(undefined)) expect(answer.location).toMatch(/^\/sign-in\?next=/);
  expect(await db.auditEvent.count()).toBe(0);
  expect(statuses(await askAll(await as("editor")))).toEqual([200, 200, 200, 302]);
  expect(await db.auditEvent.count()).toBe(2);
});

dbTest("an enrolment of another society is not there, whoever asks by its id", async (context) => {
  const { society, as } = await givenSociety(context);
  const { enrolment } = await context.given.enrolled();
  const question = {
    path: `/society/${society.slug}/participants/${enrolment.id}`,
    params: { societySlug: society.slug, enrolmentId: enrolment.id },
    cookie: await as("admin"),
  };
  expect((await ask(detail, question)).status).toBe(404);
  expect((await ask(remind, { ...question, form: { intent: "remind" } })).status).toBe(404);
  expect(await context.given.inbox()).toEqual([]);
});

dbTest("filters come from the address, and the file is a download that no cache keeps", async (context) => {
  const { params, base, as } = await givenSociety(context);
  const cookie = await as("editor");
  const found = await ask(list, { path: `${base}?q=zoe&state=not-started&page=x`, params, cookie });
  expect(found.data).toMatchObject({ count: 1, query: { q: "zoe", state: "not-started", page: 1, track: "" } });
  const file = await ask(csv, { path: `${base}.csv?state=complete`, params, cookie });
  expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="participants.csv"');
  expect(file.headers.get("Cache-Control")).toBe("private, no-store");
  expect(file.data).toMatch(/^(\uFEFF)?Name,[^\r\n]+\r\n$/);
});

dbTest("a reminder is said to be sent only after it was; a second one is refused in words", async (context) => {
  const { params, base, enrolment, as } = await givenSociety(context);
  const path = `${base}/${enrolment.id}`;
  const cookie = await as("admin");
  expect((await ask(detail, { path: `${path}?done=remind`, params, cookie })).data).toMatchObject({
    participant: { reminder: { lastSentAt: null, nextAt: null } },
  });
  expect(await ask(remind, { path, params, cookie, form: { intent: "remind" } })).toMatchObject({
    location: `${path}?done=remind`,
  });
  const after = await ask(detail, { path: `${path}?done=remind`, params, cookie });
  expect(after.data).toMatchObject({ justDone: "remind", participant: { history: [{ deed: "remind" }] } });
  expect(after.data).not.toMatchObject({ participant: { reminder: { nextAt: null } } });
  expect(await ask(remind, { path, params, cookie, form: { intent: "remind" } })).toMatchObject({
    status: 422,
    data: { intent: "remind", reason: "too-soon" },
  });
});
