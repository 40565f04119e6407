import type { SocietyRole } from "../../auth/roles";
import type { Viewer } from "../../auth/viewer.server";
import type { Locale } from "../../i18n/locales";
import { type Translate, translator } from "../../i18n/translate";
import { present } from "../../platform/invariant";
import type { WorkspaceData } from "../../ui/page-data";
import { trackPlacesFor } from "./track-places";
import { placesFor, readWorkspacePath } from "./workspace-places";

/**
 * The workspace that an address belongs to, for somebody who works there; null for everybody else, whether the society
 * exists or not. It costs no query: the session's row says all of it. The texts are finished, because pages that
 * hydrate carry only their own.
 */
export function findWorkspace(input: {
  viewer: Viewer | null;
  pathname: string;
  locale: Locale;
}): WorkspaceData | null {
  const path = readWorkspacePath(input.pathname);
  const membership = input.viewer?.memberships.find(({ societySlug }) => societySlug === path?.slug);
  if (path === null || membership === undefined) return null;
  const { role, society } = membership;
  const t = translator(input.locale);
  return {
    ...society,
    role: t(`societies:role.${role}`),
    label: t("societies:bar.label"),
    places: placesFor(role, path.slug, path.parts).map(({ name, ...place }) => ({
      ...place,
      text: t(`societies:place.${name}`),
    })),
    track: trackPages(role, path, t),
  };
}

function trackPages(
  role: SocietyRole,
  { slug, parts }: { slug: string; parts: readonly string[] },
  t: Translate,
): WorkspaceData["track"] {
  const places = trackPlacesFor(role, slug, parts);
  if (places === null) return null;
  return {
    label: t("societies:track.label"),
    crumbs: t("societies:track.crumbs"),
    list: { href: `/society/${slug}/tracks`, text: t("societies:place.tracks") },
    home: present(places[0], "first page of a track").href,
    pages: places.map(({ name, ...place }) => ({ ...place, text: t(`societies:track.${name}`) })),
  };
}
