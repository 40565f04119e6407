import express, { type Router } from "express";

/** Routers on a free port of this machine, as a browser would meet them. */
export interface Loopback {
  /** Gives the answer to a request; `path` begins with a slash. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export async function onLoopback(...routers: readonly Router[]): Promise<Loopback> {
  const app = express();
  for (const router of routers) app.use(router);
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return {
    ask: (path, init) => fetch(`http://127.0.0.1:${String(address.port)}${path}`, { redirect: "manual", ...init }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
