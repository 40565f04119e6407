/**
 * npm run admin:create -- --email name@hospital.example --name "Name on the certificate" [--country BE]
 * Makes the first real site admin, or gives an existing person that right and a new password. The password comes from
 * ADMIN_PASSWORD, else it is asked for.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import type { PasswordFault } from "../app/accounts/password-rules";
import { readSecret } from "./read-secret";
import { databaseIsReady } from "./database-ready";

const weak: Record<PasswordFault, string> = {
  "password-short": "The password needs 12 characters or more.",
  "password-long": "The password may have at most 200 characters.",
  "password-common": "The password is among the first that a guesser tries.",
  "password-personal": "The password is made of the name or the address.",
};

/** Ends the program with a sentence. */
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

async function readOptions(): Promise<{ email: string; name: string; country: string }> {
  const { nameFault, tidyName } = await import("../app/accounts/certificate-name");
  const { isCountry } = await import("../app/accounts/countries");
  const { Email } = await import("../app/accounts/schemas");
  const { values } = parseArgs({
    options: { email: { type: "string" }, name: { type: "string" }, country: { type: "string" } },
  });
  const email = Email.safeParse(values.email?.trim());
  if (!email.success) {
    stop('Usage: npm run admin:create -- --email name@hospital.example [--name "Name"] [--country BE]');
  }
  const name = tidyName(values.name ?? "Site admin");
  if (nameFault(name) !== null) stop("The name can have Latin, Greek or Cyrillic letters, 100 at most.");
  const country = (values.country ?? "BE").toUpperCase();
  if (!isCountry(country)) stop("The country is a code of two letters, such as BE.");
  return { email: email.data, name, country };
}

async function main(): Promise<void> {
  if (!(await databaseIsReady())) process.exit(1);
  const options = await readOptions();
  // A setting of this command only, not of the site.
  const password = process.env["ADMIN_PASSWORD"] ?? (await readSecret(`Password for ${options.email}: `));
  const { createAdministrator } = await import("../app/accounts/create-administrator.server");
  const { closeDatabase } = await import("../app/platform/db.server");
  const made = await createAdministrator({ ...options, password, now: new Date() });
  await closeDatabase();
  if (!made.ok) stop(weak[made.fault]);
  console.log(
    made.isNew
      ? `${options.email} is a site admin.`
      : `${options.email} had an account; it is a site admin now, with the new password.`,
  );
}

await main();
