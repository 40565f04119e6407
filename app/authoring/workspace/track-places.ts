import type { SocietyRole } from "../../auth/roles";
import { mayInDrafts } from "../drafts/policy";
import { mayLookAtInsights } from "../insights/policy";
import { mayInPortable } from "../portable/policy";
import { mayInReview } from "../review/policy";
import { mayInTranslations } from "../translations/policy";

/**
 * Pages of a track in the order of its tabs: the part of the address behind the track's own, other parts that belong
 * there too, and who may go there, by the policy of the pages themselves. Insights stand beside the tracks.
 */
const places = [
  { name: "outline", part: "", also: ["lessons"], may: (role) => mayInDrafts(role, "look") },
  { name: "settings", part: "settings", also: [], may: (role) => mayInDrafts(role, "look") },
  { name: "preview", part: "preview", also: [], may: (role) => mayInDrafts(role, "look") },
  { name: "checks", part: "checks", also: [], may: (role) => mayInReview(role, "look") },
  { name: "review", part: "review", also: [], may: (role) => mayInReview(role, "look") },
  { name: "publish", part: "publish", also: [], may: (role) => mayInReview(role, "publish") },
  { name: "access", part: "access", also: [], may: (role) => mayInReview(role, "open") },
  { name: "translations", part: "translations", also: [], may: (role) => mayInTranslations(role, "look") },
  { name: "insights", part: "insights", also: [], may: mayLookAtInsights },
  { name: "export", part: "export", also: [], may: (role) => mayInPortable(role, "export") },
] as const satisfies readonly {
  readonly name: string;
  readonly part: string;
  readonly also: readonly string[];
  readonly may: (role: SocietyRole) => boolean;
}[];

export interface TrackPlace {
  readonly name: (typeof places)[number]["name"];
  readonly href: string;
  /** `page`: this very page; `within`: a page that belongs to the place. */
  readonly isHere: "page" | "within" | null;
}

/** The track that an address in a workspace is about, and the parts behind it; null for any other address. */
function readTrackPath(at: readonly string[]): { track: string; parts: readonly string[] } | null {
  const [place, track, ...parts] = at;
  if (track === undefined) return null;
  if (place === "insights") return { track, parts: ["insights", ...parts] };
  // What is brought in is no track yet.
  return place === "tracks" && track !== "import" ? { track, parts } : null;
}

/**
 * The pages of a track that a role may go to, seen from one of them; null where an address is about no track.
 * @param at parts of the page's address behind the society's
 */
export function trackPlacesFor(role: SocietyRole, slug: string, at: readonly string[]): TrackPlace[] | null {
  const path = readTrackPath(at);
  if (path === null) return null;
  const { track, parts } = path;
  const [first = ""] = parts;
  return places
    .filter(({ may }) => may(role))
    .map(({ name, part, also }) => {
      const belongs = first === part || (also as readonly string[]).includes(first);
      const isPage = first === part && parts.length <= 1;
      const home = `/society/${slug}/${name === "insights" ? "insights" : "tracks"}/${track}`;
      return {
        name,
        href: name === "insights" || part === "" ? home : `${home}/${part}`,
        isHere: !belongs ? null : isPage ? "page" : "within",
      };
    });
}
