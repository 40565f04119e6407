/** The rules whose tests are put to the proof, with the tests that must notice a change. */
const engine = (name, ...tests) => ({ name, group: "engine", file: `quizzes/engine/${name}.ts`, tests });
const rule = (group, folder, name) => ({
  name,
  group,
  file: `${folder}/${name}.ts`,
  tests: [`${folder}/${name}.test.ts`],
});

const marking = [
  "quizzes/engine/mark.test.ts",
  "quizzes/engine/mark-properties.test.ts",
  "quizzes/engine/mark-newer-kinds.test.ts",
];

export const targets = [
  engine("mark", ...marking),
  engine("mark-choice", ...marking),
  engine("mark-labels", ...marking),
  engine("mark-typed", ...marking, "quizzes/engine/calculated.test.ts"),
  engine("mark-hotspot", ...marking),
  engine("mark-essay", ...marking),
  engine("check-response", ...marking),
  engine("certainty", "quizzes/engine/certainty.test.ts"),
  engine("calculated", "quizzes/engine/calculated.test.ts"),
  engine("formula", "quizzes/engine/formula.test.ts"),
  engine("pattern", "quizzes/engine/pattern.test.ts"),
  engine("text", "quizzes/engine/text.test.ts"),
  engine("geometry", "quizzes/engine/geometry.test.ts"),
  engine("draw", "quizzes/engine/draw.test.ts"),
  engine("verdict", "quizzes/engine/verdict.test.ts"),
  engine("numeric", "quizzes/engine/numeric.test.ts"),
  engine("units", "quizzes/engine/units.test.ts", "quizzes/engine/numeric.test.ts"),
  engine("random", "quizzes/engine/random.test.ts"),
  engine("present", "quizzes/engine/present.test.ts"),
  engine("localise", "quizzes/engine/localise.test.ts"),
  engine("statistics", "quizzes/engine/statistics.test.ts"),
  rule("watching", "app/webinars", "spans"),
  rule("watching", "app/webinars", "watch-credit"),
  rule("watching", "app/webinars", "resume-point"),
  rule("progress", "app/courses", "progress"),
  rule("rights", "app/auth", "viewer.server"),
  rule("rights", "app/accounts", "password-rules"),
  rule("rights", "app/platform", "safe-return"),
  rule("rights", "app/courses", "reminder-rule"),
  rule("certificates", "app/certificates", "number"),
  rule("certificates", "app/certificates", "certificate-status"),
];
