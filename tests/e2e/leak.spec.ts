import { readdirSync, readFileSync, existsSync } from "node:fs";
import path from "node:path";
import { ShippedBankSchema } from "../../quizzes/shipped-bank";
import { type ByKind, byKind } from "../../quizzes/engine/by-kind";
import type { Question } from "../../quizzes/engine/model";
import { expect, test } from "./fixtures";

/** Before the hand-in no browser gets a key, a reason or an explanation: of the shipped banks, on the shipped tracks. */

const banks = readdirSync("quizzes/banks").map((slug) => {
  const bank = ShippedBankSchema.parse(JSON.parse(readFileSync(path.join("quizzes/banks", slug, "bank.json"), "utf8")));
  const texts = readdirSync(path.join("quizzes/banks", slug)).filter((file) => /^bank\.[a-z]{2}\.json$/.test(file));
  return { bank, translations: texts.map((file) => readFileSync(path.join("quizzes/banks", slug, file), "utf8")) };
});

const secretFields =
  /"(?:key|keys|why|explanation|mistakes|tolerance|difficulty|topic|outcomes|share|panel|formula|area)"/;

const whysOf = (options: readonly { readonly why: string }[]) => options.map(({ why }) => why);
const feedbackOf = (list: readonly { readonly feedback: string }[]) => list.map(({ feedback }) => feedback);

/** Texts of each kind that are shown only after a sitting, beside the explanation. */
const secretsOf: ByKind<string[]> = {
  single: ({ options }) => whysOf(options),
  multiple: ({ options }) => whysOf(options),
  "true-false": ({ why }) => [why.true, why.false],
  numeric: ({ mistakes }) => feedbackOf(mistakes),
  calculated: ({ mistakes }) => feedbackOf(mistakes),
  matching: () => [],
  ordering: () => [],
  "short-text": ({ answers }) => [...feedbackOf(answers), ...answers.map(({ text }) => text)],
  cloze: ({ gaps }) =>
    gaps.flatMap((gap) => {
      switch (gap.kind) {
        case "choice":
          return whysOf(gap.options);
        case "text":
          return [...feedbackOf(gap.answers), ...gap.answers.map(({ text }) => text)];
        case "number":
          return feedbackOf(gap.mistakes);
      }
    }),
  hotspot: ({ regions }) => whysOf(regions),
  labelling: () => [],
  "script-concordance": () => [],
  likert: () => [],
  essay: ({ rubric, model }) => [model, ...rubric.flatMap(({ levels }) => levels.map(({ text }) => text))],
};

function secretTexts(question: Question): string[] {
  return [question.explanation, ...byKind(secretsOf, question)];
}

/** The longest run without markup, formulas or signs that HTML and JSON write in their own way. */
function plainPart(text: string): string {
  return text
    .split(/[^\p{L}\p{N} ,.]+/u)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "")
    .trim();
}

const fields = /"(?:explanation|why|feedback)": "((?:[^"\\]|\\.)*)"/g;
const secrets = banks.flatMap(({ bank, translations }) => [
  bank.canary ?? "",
  ...bank.questions.flatMap(secretTexts).map(plainPart),
  ...translations.flatMap((text) => [...text.matchAll(fields)].map((match) => plainPart(match[1] ?? ""))),
]);
// Shorter pieces also stand in lessons, where they may.
const searched = [...new Set(secrets)].filter((text) => text.length >= 24 || text.startsWith("canary-"));

/** Texts of lessons are public to who is enrolled, even where an explanation says the same. */
async function taughtTexts(): Promise<string> {
  const { db } = await import("../../app/platform/db.server");
  const texts = await db.editionText.findMany({ select: { content: true } });
  const hashes = texts.flatMap(({ content }) =>
    [...content.matchAll(/"bodyHash":"([^"]+)"/g)].map((match) => match[1] ?? ""),
  );
  const bodies = await db.body.findMany({ where: { hash: { in: hashes } } });
  const captions = await db.mediaText.findMany();
  return [...bodies.map(({ content }) => content), ...captions.map(({ vtt }) => vtt)].join("\n");
}

test("there are secrets to look for", () => {
  expect(searched.filter((text) => text.startsWith("canary-")).length).toBe(banks.length);
  expect(searched.length).toBeGreaterThan(300);
});

test("no file that every browser can load holds a secret", () => {
  const filesOf = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesOf(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    );
  const folder = path.join(process.env["SITE_FOLDER"] ?? ".", "build/client");
  expect(existsSync(folder)).toBe(true);
  const files = filesOf(folder).filter((file) => !/\.(?:br|gz|woff2)$/.test(file));
  const found = files.flatMap((file) => {
    const content = readFileSync(file, "utf8");
    return searched.filter((secret) => content.includes(secret)).map((secret) => `${file}: ${secret}`);
  });
  expect(found).toEqual([]);
});

for (const language of ["en", "de"] as const) {
  test(`no page before the hand-in holds a secret (${language})`, async ({ page, given, signIn }) => {
    test.setTimeout(180_000);
    const { db } = await import("../../app/platform/db.server");
    const { getEdition } = await import("../../app/courses/edition-store.server");
    const { lessonsOf } = await import("../../app/courses/manifest");
    const taught = await taughtTexts();
    const forbidden = searched.filter((secret) => !taught.includes(secret));
    expect(forbidden.length).toBeGreaterThan(300);
    const found: string[] = [];
    let looked = 0;
    const look = (where: string, content: string) => {
      looked++;
      for (const secret of forbidden) if (content.includes(secret)) found.push(`${where}: ${secret}`);
    };
    page.on("response", (response) => {
      if (!response.ok() || !/html|javascript|json|css/.test(response.headers()["content-type"] ?? "")) return;
      response.text().then(
        (text) => {
          look(response.url(), text);
        },
        () => undefined,
      );
    });
    const tracks = await db.track.findMany({
      where: {
        currentEditionId: { not: null },
        slug: { in: ["ct-orientation-session", "image-guided-interventions"] },
      },
    });
    const person = await given.person({ locale: language });
    await signIn(person);
    for (const track of tracks) {
      await given.enrolledIn(track.slug, { person, language });
      const edition = getEdition(String(track.currentEditionId));
      const sources = new Set(
        banks.flatMap(({ bank }) => bank.questions.flatMap((question) => question.source?.cite ?? [])),
      );
      for (const place of ["/catalogue", `/tracks/${track.slug}`, "/my"]) await page.goto(place);
      for (const lesson of lessonsOf(edition.manifest)) {
        const address = `/learn/${track.slug}/${lesson.id}`;
        await page.goto(address);
        look(`${address}.data`, await (await page.request.get(`${address}.data`)).text());
        if (lesson.kind !== "quiz" || track.slug !== "ct-orientation-session") continue;
        await page.request.post(address, {
          form: { intent: "start", identity: "yes" },
          headers: { Origin: new URL(page.url()).origin },
        });
        await page.goto(`${address}/sitting/1`);
        expect(page.url()).toContain("/sitting/1");
        const shown = await (await page.request.get(`${address}/sitting/1`)).text();
        const data = await (await page.request.get(`${address}/sitting/1.data`)).text();
        look(`${address}/sitting/1.data`, data);
        for (const content of [shown, data]) {
          expect(
            [...sources].filter((cite) => content.includes(cite)),
            `sources in ${address}`,
          ).toEqual([]);
          // Names of fields, as the data writes them and as a page carries the data.
          const readable = content.replaceAll('\\"', '"').replace(/class="keys"/g, "");
          expect(secretFields.exec(readable)?.[0] ?? null).toBeNull();
        }
        await page.waitForLoadState("networkidle");
      }
    }
    expect(found).toEqual([]);
    expect(looked).toBeGreaterThan(40);
  });
}
