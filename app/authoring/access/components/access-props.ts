import type { AccessFaults, AccessWish } from "../access-form";
import type { Access } from "../find-access.server";

/** What was done before the page came back. */
export const accessDone = ["set", "renew"] as const;

export interface AccessPageData {
  readonly track: { readonly slug: string; readonly title: string; readonly language: string };
  readonly access: Access;
  readonly timeZone: string;
  readonly justDone: (typeof accessDone)[number] | null;
  readonly isRenewing: boolean;
}

/** A form that was not done: what is wrong with it, or what is asked back. */
export interface AccessAnswer {
  readonly asks: boolean;
  readonly faults: AccessFaults;
  readonly typed: Pick<AccessWish, "availability" | "opens" | "reason">;
}
