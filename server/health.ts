import { Router } from "express";
import { preparedReads, statement } from "../app/platform/db.server";
import { env } from "../app/platform/env.server";
import { openToAll } from "../app/platform/http.server";
import { pendingMigrations } from "../app/platform/migrations.server";
import { workerIsAlive } from "../app/worker.server";

const countVersions = statement<[], { n: number }>("SELECT count(*) AS n FROM PublicVersion");
function databaseAnswers(): boolean {
  try {
    return countVersions.get() !== undefined;
  } catch {
    return false;
  }
}

/** `/healthz`: the process answers. `/readyz`: database, migrations and job runner are in order. */
export function healthRoutes(): Router {
  const router = Router();
  router.get("/healthz", (request, response) => {
    openToAll(request);
    response.set("Cache-Control", "no-store").type("text/plain").send("ok\n");
  });
  router.get("/readyz", (request, response) => {
    openToAll(request);
    const checks = {
      database: databaseAnswers(),
      migrations: pendingMigrations().length === 0,
      jobs: !env.RUN_JOBS || workerIsAlive(),
    };
    const ready = Object.values(checks).every(Boolean);
    response
      .status(ready ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ ready, ...checks });
  });
  router.get("/metrics", (request, response) => {
    openToAll(request);
    if (
      env.METRICS_TOKEN === undefined
        ? !env.isDemonstration
        : request.headers.authorization !== `Bearer ${env.METRICS_TOKEN}`
    ) {
      response.status(404).type("text/plain").send("Not found\n");
      return;
    }
    const memory = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    response
      .type("text/plain")
      .send(
        [
          "# TYPE process_resident_memory_bytes gauge",
          `process_resident_memory_bytes ${String(memory.rss)}`,
          "# TYPE process_cpu_seconds_total counter",
          `process_cpu_seconds_total ${((user + system) / 1e6).toFixed(3)}`,
          "# TYPE stepwedge_prepared_reads_total counter",
          `stepwedge_prepared_reads_total ${String(preparedReads())}`,
          "# TYPE process_uptime_seconds gauge",
          `process_uptime_seconds ${String(Math.round(process.uptime()))}`,
          "",
        ].join("\n"),
      );
  });
  return router;
}
