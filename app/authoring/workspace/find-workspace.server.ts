import type { Viewer } from "../../auth/viewer.server";
import type { Locale } from "../../i18n/locales";
import { translator } from "../../i18n/translate";
import type { WorkspaceData } from "../../ui/page-data";
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
  };
}
