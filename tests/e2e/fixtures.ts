import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test as base } from "@playwright/test";
import type { DemonstrationPerson } from "../../app/accounts/demonstration-people";
import type { StoredMail } from "../../app/mail/read-mail-file";
import type { Given } from "../support/given";
import { runCommand } from "./run-command";
import { type Site, startSite } from "./site";

/** Who signs in: a demonstration account by its role, or a person that the test was given. */
type Role = DemonstrationPerson["key"];
export type As = Role | { readonly id: string };

interface WorkerFixtures {
  /** The server of this worker. */
  site: Site;
  /** Rows of the server's database, written beside it. */
  given: Given;
}

interface TestFixtures {
  /** Opens a session in the browser of this test. The form itself has its own story. */
  signIn: (as: As, page?: Page) => Promise<void>;
  /** The latest mail to an address; waits until the server has sent it. */
  inbox: { letterTo: (email: string, subject?: RegExp) => Promise<StoredMail> };
  /** Fails on anything that axe finds against WCAG 2.2 AA; with `colours`, on what depends on them alone. */
  expectAccessible: (page: Page, what?: "everything" | "colours") => Promise<void>;
  /** Says that the server will log this error during the test. Any other error fails the test. */
  expectServerError: (message: RegExp) => void;
}

/** Whatever the stories of a worker did: progress is what the evidence says. Throws with the differences. */
async function expectEvidence(site: Site): Promise<void> {
  await runCommand(site, "scripts/evidence-rebuild.ts").catch((error: unknown) => {
    throw new Error("Progress differs from its evidence", { cause: error });
  });
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // Playwright reads the first argument's destructuring, so it must be one.
    async ({}, use) => {
      const seeded = process.env["SEEDED_DATA"];
      if (seeded === undefined) throw new Error("global-setup.mjs did not run");
      const site = await startSite(seeded);
      await use(site);
      await expectEvidence(site);
      await site.stop();
    },
    { scope: "worker" },
  ],
  given: [
    async ({ site }, use) => {
      // The app reads its settings while it is loaded, so they come first.
      Object.assign(process.env, { DATA_DIR: site.dataFolder, NODE_ENV: "test", LOG_LEVEL: "warn" });
      const { makeGiven } = await import("../support/given");
      const { closeDatabase } = await import("../../app/platform/db.server");
      await use(makeGiven(new Date()));
      await closeDatabase();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.url);
  },
  signIn: async ({ given, site, context }, use) => {
    await use(async (as, page) => {
      const cookie = await given.signedIn(typeof as === "string" ? await demonstrationPerson(as) : as);
      const [name = "", value = ""] = cookie.split("=");
      await (page?.context() ?? context).addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: "Lax" }]);
    });
  },
  // The settings that `given` makes say where the server's mails are. Jobs forget a mail once it is sent.
  inbox: async ({ given: _settings }, use) => {
    const { listStoredMails } = await import("../../app/mail/list-stored-mails.server");
    await use({
      letterTo: async (email, subject = /./) => {
        const find = async () => (await listStoredMails(email)).find((letter) => subject.test(letter.subject));
        await expect.poll(find, { message: `a mail to ${email}` }).toBeDefined();
        const letter = await find();
        if (letter === undefined) throw new Error(`The mail to ${email} is gone`);
        return letter;
      },
    });
  },
  expectAccessible: async ({}, use) => {
    await use(async (page, what = "everything") => {
      // The other mode opens a page for each run, for the sake of frames from elsewhere; we have none.
      // Of what passes axe would otherwise describe every element, which takes longer than the checks. What it would load
      // ahead only an experimental rule reads.
      // Half a megabyte of script, read once for each page.
      const isThere = await page.evaluate(() => "axe" in window);
      const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ";" } : {}) })
        .setLegacyMode()
        .options({ resultTypes: ["violations"], preload: false });
      if (what === "colours") axe.withRules(["color-contrast", "link-in-text-block"]);
      else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
      const { violations } = await axe.analyze();
      const found = violations.map(
        ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join("\n")}`,
      );
      expect(found, `what axe finds on ${page.url()}`).toEqual([]);
    });
  },
  expectServerError: [
    async ({ site }, use) => {
      const before = site.errors.length;
      const expected: RegExp[] = [];
      await use((message) => {
        expected.push(message);
      });
      const logged = site.errors.slice(before);
      expect(
        logged.filter((line) => !expected.some((pattern) => pattern.test(line))),
        "errors in the server's log",
      ).toEqual([]);
      for (const pattern of expected) expect(logged.join("\n")).toMatch(pattern);
    },
    { auto: true },
  ],
});

async function demonstrationPerson(role: Role): Promise<{ id: string }> {
  const { demonstrationPeople } = await import("../../app/accounts/demonstration-people");
  const { db } = await import("../../app/platform/db.server");
  const email = demonstrationPeople.find((person) => person.key === role)?.email ?? "";
  return db.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
}

export { expect } from "@playwright/test";
