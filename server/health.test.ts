import { expect, test } from "vitest";
import { closeDatabase, hot } from "../app/platform/db.server";
import { onLoopback } from "../tests/support/loopback";
import { healthRoutes } from "./health";

test("a site on a database that lacks a migration answers, but is not ready", async () => {
  const site = await onLoopback(healthRoutes());
  const ready = await site.ask("/readyz");
  expect(ready.status).toBe(200);
  await hot((connection) =>
    connection.exec("DELETE FROM _prisma_migrations WHERE migration_name LIKE '%\\_first' ESCAPE '\\'"),
  );
  const notReady = await site.ask("/readyz");
  expect(notReady.status).toBe(503);
  expect(notReady.headers.get("cache-control")).toBe("no-store");
  expect(await notReady.json()).toEqual({ ready: false, database: true, migrations: false, jobs: true });
  expect(await (await site.ask("/healthz")).text()).toBe("ok\n");
  await site.close();
  await closeDatabase();
});
