import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, openToAll } from "../platform/http.server";

/** Every address that nothing else answers. */
export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  notFound("page");
}

export const handle = { still: true } as const;

export default function Nowhere() {
  return null;
}
