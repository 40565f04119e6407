import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "../auth/reader.server";
import { readCatalogueQuery, writeCatalogueQuery } from "../courses/catalogue-filters";
import { CatalogueForm } from "../courses/components/catalogue-form";
import { CatalogueResults } from "../courses/components/catalogue-results";
import { catalogueHead } from "../courses/catalogue-head.server";
import { listCatalogue } from "../courses/list-catalogue.server";
import { catalogueStamp } from "../courses/published-tracks.server";
import { useTranslate } from "../i18n/use-translate";
import type { PageHandle } from "../platform/page-handle";
import { stillPage } from "../platform/still.server";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { locale, readerKey } = await readerOf(args);
  const query = readCatalogueQuery(new URL(args.request.url).searchParams);
  const stamp = catalogueStamp();
  // Search words and filters put together are endless; their pages would push the others out.
  const key = writeCatalogueQuery(query) === "" ? `catalogue ${readerKey} ${stamp}` : null;
  return stillPage(args.context, { key, slots: {}, html: {} }, () => {
    const page = listCatalogue({ query, locale, stamp });
    return { page, head: catalogueHead({ page, query, locale }) };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export default function Catalogue() {
  const t = useTranslate();
  const found = useLoaderData<typeof loader>();
  if (found === null) return null;
  return (
    <main id="main" className="page catalogue">
      <h1>{t("catalogue:list.count", { count: found.page.count })}</h1>
      <CatalogueForm page={found.page} />
      <CatalogueResults page={found.page} />
    </main>
  );
}
