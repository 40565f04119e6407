import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const ban = (selector, message) => ({ selector, message });

const environment = ban(
  "MemberExpression[object.name='process'][property.name='env']",
  "Settings are read once, in app/platform/env.server.",
);
const clock = [
  ban("NewExpression[callee.name='Date'][arguments.length=0]", "The moment is an argument: take `now`."),
  ban(
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    "The moment is an argument: take `now`.",
  ),
];
const chance = ban(
  "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  "Chance is an argument, or comes from app/platform/ids.server.",
);
/** Remix fetches a manifest for each link that it discovers; a still page has no use for it. */
const links = ban(
  "ImportDeclaration[source.value='@remix-run/react'] > ImportSpecifier[imported.name=/^(Link|NavLink|Form)$/]",
  'Still pages take <a> and <form>. A page that hydrates imports Link with `discover="none"` and says so beside the import.',
);
const eagerLink = ban(
  "JSXOpeningElement[name.name=/^(Link|NavLink)$/]:not(:has(JSXAttribute[name.name='discover'][value.value='none']))",
  'Write <Link discover="none">.',
);
const inlineStyle = ban(
  "JSXOpeningElement[name.name=/^[a-z]/] > JSXAttribute[name.name='style']",
  "The Content-Security-Policy of still pages refuses style attributes: use a class or an SVG attribute.",
);
const everywhere = [environment, ...clock, chance, links, eagerLink, inlineStyle];
const only = (...allowed) => ({
  "no-restricted-syntax": ["error", ...everywhere.filter((rule) => !allowed.includes(rule))],
});

const tests = ["**/*.test.{ts,tsx}", "tests/**/*.ts"];

export default tseslint.config(
  {
    ignores: [
      "build/**",
      "data/**",
      ".cache/**",
      "test-results/**",
      "playwright-report/**",
      "app/platform/prisma-client/**",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  jsxA11y.flatConfigs.strict,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "react-hooks": reactHooks },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // <track> elements come from a list of languages, which this rule can't see; axe looks at the page.
      "jsx-a11y/media-has-caption": "off",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      // Loaders throw Responses: that is how Remix ends a request.
      "@typescript-eslint/only-throw-error": "off",
      // Numbers in templates read well; anything else must say how it becomes text.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" }],
      // `noPropertyAccessFromIndexSignature` style: both ways are used where they read better.
      "@typescript-eslint/dot-notation": "off",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 10],
      ...only(),
    },
  },
  // Homes of the clock, of chance and of the environment.
  { files: ["app/platform/env.server.ts"], rules: only(environment) },
  {
    files: ["app/platform/clock.server.ts", "app/routes/**", "app/**/*.job.server.ts", "app/islands/**", "server/**"],
    rules: only(...clock),
  },
  { files: ["app/platform/ids.server.ts"], rules: only(...clock, chance) },
  { files: ["app/assessments/components/**", "app/webinars/components/**"], rules: only(...clock) },
  // Pages are wholes: their size is checked by scripts/check-routes.mjs.
  {
    files: ["app/routes/**"],
    rules: { "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  // Programs that people start read their own surroundings.
  { files: ["scripts/**", "prisma/**", "*.config.ts"], rules: only(environment, ...clock, chance) },
  {
    files: tests,
    rules: {
      ...only(environment, ...clock),
      "max-lines": "off",
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
      // Playwright's fixtures hand out their value with a function called `use`.
      "react-hooks/rules-of-hooks": "off",
      // Playwright reads which fixtures one needs from its destructuring, so `{}` says "none".
      "no-empty-pattern": "off",
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { ...only(environment, ...clock), "@typescript-eslint/no-require-imports": "off" },
  },
);
