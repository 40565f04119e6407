import { enrolledInEveryKind } from "./every-kind";
import { test } from "./fixtures";
test.use({ trace: "off" });
const responses: Record<string, unknown> = {
  "kinds-drl-compare": { kind: "single", option: "highest", certainty: 3 },
  "kinds-levers": { kind: "multiple", options: ["shorter", "lights"], certainty: 2 },
  "kinds-drl-limit": { kind: "true-false", value: true },
  "kinds-kap-units": { kind: "numeric", text: "250", unit: "Gy·cm²" },
  "kinds-inverse-square": { kind: "numeric", text: "1", unit: "µSv" },
  "kinds-dlp-name": { kind: "short-text", text: "KAP" },
  "kinds-articles": { kind: "matching", pairs: { previous: "art-fifty-five", event: "art-eighteen" } },
  "kinds-typical-doses": { kind: "ordering", order: ["hand", "chest", "mammography", "abdomen", "head"] },
  "kinds-drl-text": { kind: "cloze", gaps: { figure: "top", how: "often", word: "constraint", share: "50" } },
  "kinds-where-to-stand": { kind: "hotspot", points: [[100, 350]], regions: [] },
  "kinds-low-contrast": {
    kind: "hotspot",
    points: [
      [144, 80],
      [430, 200],
    ],
    regions: [],
  },
  "kinds-room-parts": {
    kind: "labelling",
    placed: { "spot-one": "entry", "spot-two": "stand", "spot-three": "avoid" },
  },
  "kinds-pregnancy-sct": { kind: "script-concordance", value: 1 },
  "kinds-confidence": { kind: "likert", option: "fairly" },
  "kinds-explain-drl": {
    kind: "essay",
    text: "A DRL is for groups and it is no limit, so one value that is higher than the others says very little of it all.\n\nA second paragraph.",
  },
};
test("look", async ({ page, given, signIn }) => {
  test.setTimeout(400_000);
  page.on("console", (m) => console.log(m.text().slice(0, 300)));
  const { person, quiz } = await enrolledInEveryKind(given, { layout: "all", certainty: true } as never);
  await signIn(person);
  await page.goto(quiz);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await page.waitForTimeout(1500);
  const shoot = async (name: string) => {
    for (const [w, h] of [
      [360, 740],
      [768, 900],
      [1280, 900],
    ] as const)
      for (const colorScheme of ["light", "dark"] as const) {
        if (w === 768 && colorScheme === "dark") continue;
        await page.setViewportSize({ width: w, height: h });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.waitForTimeout(300);
        await page.screenshot({ path: `/tmp/h1-shots/${name}-${w}-${colorScheme}.png`, fullPage: true });
      }
  };
  const { saveAnswer } = await import("../../app/assessments/save-answer.server");
  const { db } = await import("../../app/platform/db.server");
  const { id: sittingId } = await db.sitting.findFirstOrThrow({ where: { personId: person.id } });
  let sequence = 0;
  for (const [questionId, response] of Object.entries(responses))
    console.log(
      questionId,
      JSON.stringify(
        await saveAnswer({
          personId: person.id,
          sittingId,
          questionId,
          device: "d",
          sequence: ++sequence,
          response: response as never,
          now: new Date(),
        }),
      ),
    );
  await page.reload();
  await page.waitForTimeout(1500);
  await shoot("answered");
  await page.getByRole("button", { name: "Hand in" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await page.waitForURL(/result/);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  await shoot("result");
});
