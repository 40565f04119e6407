import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler } from "express";

type Options = Omit<Parameters<typeof createRequestHandler>[0], "build"> & {
  readonly getLoadContext: (request: ExpressRequest) => AppLoadContext;
};

/**
 * Remix's request handler, once per area of the site. Remix sorts all routes of its build anew for every match, several
 * times in a request: with sixty routes that was a tenth of a learner's page. A build that holds an area's routes only
 * answers the same for the paths of that area.
 */
export function remixByArea(build: ServerBuild, options: Options): RequestHandler {
  const whole = createRequestHandler({ ...options, build });
  const areas = new Map(
    [...splitIntoAreas(build.routes)].map(([name, routes]) => [
      name,
      createRequestHandler({ ...options, build: { ...build, routes, assets: assetsOf(build, routes) } }),
    ]),
  );
  return (request, response, next) => {
    const handler = areas.get(areaOf(request.path)) ?? whole;
    // Remix hands its own failures to `next`.
    void handler(request, response, next);
  };
}

/** What the browser may load, of these routes: the page is rendered from the same list. */
function assetsOf({ assets }: ServerBuild, routes: ServerBuild["routes"]): ServerBuild["assets"] {
  return { ...assets, routes: Object.fromEntries(Object.entries(assets.routes).filter(([id]) => id in routes)) };
}

/** First segment of a path. A page's data has the page's path with an ending. */
export function areaOf(path: string): string {
  return (path.split("/", 2)[1] ?? "").replace(/\.data$/, "");
}

/**
 * The routes whose paths begin with the same fixed segment, with the root above them and the page for what isn't there.
 * Routes that begin with a parameter belong to no area: the whole build answers them.
 */
export function splitIntoAreas(routes: ServerBuild["routes"]): Map<string, ServerBuild["routes"]> {
  const all = Object.values(routes);
  const shared = all.filter(({ parentId, path }) => parentId === undefined || path === "*");
  const names = new Set(
    all.map(({ path }) => (path ?? "").split("/")[0] ?? "").filter((name) => /^[a-z-]+$/.test(name)),
  );
  return new Map(
    [...names].map((name) => {
      const own = all.filter(({ path }) => path === name || path?.startsWith(`${name}/`) === true);
      return [name, Object.fromEntries([...shared, ...own].map((route) => [route.id, route]))];
    }),
  );
}
