import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "../auth/reader.server";
import { SocietySheet } from "../courses/components/track-society";
import { societyHead } from "../courses/catalogue-head.server";
import { findSocietyPage } from "../courses/find-society-page.server";
import { SocietyParams } from "../courses/lesson-params";
import { catalogueStamp } from "../courses/published-tracks.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { stillPage } from "../platform/still.server";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { locale, readerKey } = await readerOf(args);
  const { societySlug } = SocietyParams.safeParse(args.params).data ?? notFound("society");
  const stamp = catalogueStamp();
  const page = findSocietyPage({ societySlug, locale, stamp }) ?? notFound("society");
  const key = `society ${readerKey} ${societySlug} ${stamp}`;
  return stillPage(args.context, { key, slots: {}, html: {} }, () => ({
    ...page,
    head: societyHead({ society: page.society, locale }),
  }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export default function Society() {
  const page = useLoaderData<typeof loader>();
  return page === null ? null : <SocietySheet society={page.society} rows={page.rows} />;
}
