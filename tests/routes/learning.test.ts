import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as report, loader as reportPage } from "../../app/routes/learn.mistake";
import { action as join } from "../../app/routes/learn.track";
import { ask } from "../support/ask";
import { dbTest } from "../support/db-test";

beforeAll(registerAllMessages);

dbTest("a report with a question id that is too long is kept as one about the lesson", async ({ given, db }) => {
  const { person, edition } = await given.enrolled();
  const question = "q".repeat(101);
  const about = {
    path: `/learn/${edition.track.slug}/reading/mistake?question=${question}`,
    params: { trackSlug: edition.track.slug, lessonId: "reading" },
    cookie: await given.signedIn(person),
  };
  expect((await ask(reportPage, about)).data).toMatchObject({ questionId: null });
  const sent = await ask(report, { ...about, form: { text: "The unit is wrong.", question } });
  expect(sent).toMatchObject({ status: 200, data: { sent: true, error: null } });
  expect(await db.mistakeReport.findMany()).toMatchObject([{ questionId: null, text: "The unit is wrong." }]);
});

dbTest(
  "one address enrols and moves: without a number a learner is enrolled, with one they change edition",
  async (context) => {
    const { given, db } = context;
    const first = await given.edition();
    const { slug } = first.track;
    const cookie = await given.signedIn(await given.person());
    const post = (form: Record<string, string>) =>
      ask(join, { path: `/learn/${slug}`, params: { trackSlug: slug }, cookie, form });
    expect(await post({})).toMatchObject({ location: `/learn/${slug}` });
    expect(await post({ edition: "2" })).toMatchObject({ location: "/my" });
    expect(await post({ edition: "two" })).toMatchObject({ status: 400 });
    const second = await given.edition({ track: first.track });
    expect(await post({ edition: "2" })).toMatchObject({ location: `/learn/${slug}` });
    expect(await db.enrolment.findMany()).toMatchObject([{ editionId: second.id }]);
  },
);
