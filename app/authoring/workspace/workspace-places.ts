import { canMarkEssays } from "../../assessments/regrade-policy";
import type { SocietyRole } from "../../auth/roles";
import { canSeeParticipants } from "../../courses/participant-policy";
import { mayInSociety } from "../../societies/policy";
import { mayInBanks } from "../banks/policy";
import { mayInDrafts } from "../drafts/policy";
import { mayLookAtInsights } from "../insights/policy";

const everybody = () => true;

/**
 * Places of a society's workspace in the order of its navigation: the first part of the address behind the society's
 * own, other first parts that belong there too, and who may go there, by the policy of the pages themselves.
 */
const places = [
  { name: "overview", part: "", also: [], may: everybody },
  { name: "tracks", part: "tracks", also: [], may: (role) => mayInDrafts(role, "look") },
  { name: "banks", part: "banks", also: ["questions", "rulings"], may: (role) => mayInBanks(role, "look") },
  { name: "statistics", part: "statistics", also: [], may: everybody },
  { name: "insights", part: "insights", also: [], may: mayLookAtInsights },
  { name: "participants", part: "participants", also: [], may: canSeeParticipants },
  { name: "essays", part: "essays", also: [], may: canMarkEssays },
  { name: "mistakes", part: "mistakes", also: [], may: everybody },
  { name: "members", part: "members", also: [], may: (role) => mayInSociety(role, "look") },
  { name: "settings", part: "settings", also: [], may: (role) => mayInSociety(role, "manage") },
] as const satisfies readonly {
  readonly name: string;
  readonly part: string;
  readonly also: readonly string[];
  readonly may: (role: SocietyRole) => boolean;
}[];

export type PlaceName = (typeof places)[number]["name"];

export interface Place {
  readonly name: PlaceName;
  readonly href: string;
  /** `page`: this very page; `within`: a page that belongs to the place. */
  readonly isHere: "page" | "within" | null;
}

/** The slug and the parts behind it of an address in a workspace, or null for any other address. */
export function readWorkspacePath(pathname: string): { slug: string; parts: readonly string[] } | null {
  const [root, slug, ...parts] = pathname.split("/").slice(1);
  if (root !== "society" || slug === undefined || slug === "") return null;
  return { slug, parts: parts.filter((part) => part !== "") };
}

/** The places that a role may go to, seen from a page. @param at parts of the page's address behind the society's */
export function placesFor(role: SocietyRole, slug: string, at: readonly string[]): Place[] {
  const [first = ""] = at;
  return places
    .filter(({ may }) => may(role))
    .map(({ name, part, also }) => {
      const belongs = first === part || (also as readonly string[]).includes(first);
      const isPage = first === part && at.length <= 1;
      return {
        name,
        href: `/society/${slug}${part === "" ? "" : `/${part}`}`,
        isHere: !belongs ? null : isPage ? "page" : "within",
      };
    });
}
