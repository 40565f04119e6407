import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request, type RequestHandler } from "express";
import { demonstrationAccountsExist } from "../app/accounts/demonstration-accounts.server";
import { closeDatabase } from "../app/platform/db.server";
import { writeVisits } from "../app/courses/note-visit.server";
import { env, settingWarnings } from "../app/platform/env.server";
import { openToAll } from "../app/platform/http.server";
import { log } from "../app/platform/log.server";
import { certificateCheckRoutes } from "./check-certificate";
import { healthRoutes } from "./health";
import { lastResort } from "./last-resort";
import { mediaRoutes } from "./media";
import { publicCache } from "./public-cache";
import { remixByArea } from "./remix-by-area";
import { refuseForeignHosts, refuseForeignOrigins, refuseLargeBodies, securityHeaders } from "./safety";
import { staticFiles } from "./static-files";
import { stillPages } from "./still-pages";
import { startWorker } from "../app/worker.server";
import { hotRoutes } from "./hot/routes";

/** The whole site as an Express app, and how to end it. */
export interface Site {
  readonly app: Express;
  readonly host: string;
  readonly port: number;
  readonly address: string;
  close: () => Promise<void>;
}

/** Accounts with a published password must not be on a site that others can reach. */
async function refuseDemonstrationAccounts(): Promise<void> {
  if (env.isDemonstration || !(await demonstrationAccountsExist())) return;
  throw new Error(
    "The settings can't be used:\n  APP_URL opens the site to others while the demonstration accounts are there. Remove them first: npm run demo:remove",
  );
}

/**
 * @param build the Remix build, or in development a function that loads it anew for each request.
 */
export async function createSite(options: {
  build: ServerBuild | (() => Promise<ServerBuild>);
  viteMiddleware: RequestHandler | null;
}): Promise<Site> {
  await refuseDemonstrationAccounts();
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY);
  app.use(refuseForeignHosts, securityHeaders);
  app.use(healthRoutes());
  if (options.viteMiddleware) app.use(options.viteMiddleware);
  else app.use(staticFiles());
  app.use(refuseForeignOrigins, refuseLargeBodies);
  app.use(mediaRoutes());
  app.use(hotRoutes());
  app.use(certificateCheckRoutes());
  app.use(publicCache(options.build));
  if (typeof options.build !== "function") app.use(stillPages(options.build));
  // Level 1: these answers are made for one reader, so speed counts for more than the last tenth of the size.
  app.use(compression({ level: 1 }));
  // Pages bring their own policy; the strict one above is for everything else. Two of them would add up.
  app.use((_request, response, next) => {
    response.removeHeader("Content-Security-Policy");
    next();
  });
  const remixOptions = {
    mode: env.NODE_ENV,
    getLoadContext: (request: Request) => ({ clientAddress: request.ip }),
  };
  const remix =
    typeof options.build === "function"
      ? createRequestHandler({ ...remixOptions, build: options.build })
      : remixByArea(options.build, remixOptions);
  app.all("*", (request, response, next) => {
    openToAll(request); // every loader and action behind it guards itself
    remix(request, response, next);
  });
  app.use(lastResort);
  for (const sentence of settingWarnings(env)) log.warn(sentence);
  const worker = startWorker();
  return {
    app,
    host: env.HOST,
    port: env.PORT,
    address: env.APP_URL ?? `http://localhost:${String(env.PORT)}`,
    close: async () => {
      await worker.stop();
      await writeVisits();
      await closeDatabase();
    },
  };
}
