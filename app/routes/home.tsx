import type { LoaderFunctionArgs } from "@remix-run/node";
import { readerOf } from "../auth/reader.server";
import { openToAll } from "../platform/http.server";
import { stillPage } from "../platform/still.server";

export const handle = { still: true } as const;

export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const { readerKey } = await readerOf(args);
  return stillPage(args.context, { key: `home ${readerKey}`, slots: {}, html: {} }, () => ({ tracks: [] }));
}

export default function Home() {
  return (
    <main id="main" className="page">
      <h1>Home</h1>
    </main>
  );
}
