import { z } from "zod";

/** Why a code was refused: none was typed, it is another one, or too many were tried. */
const codeFaults = ["missing", "wrong", "many"] as const;
export type CodeFault = (typeof codeFaults)[number];

/** What the address of a track's page says of an invitation: `?code=…` of a link, and what became of a code. */
export interface Invitation {
  /** As it was typed; "" where there is none. */
  readonly code: string;
  readonly fault: CodeFault | null;
}

/** A code as a form or an address brings it. */
export const TypedCode = z
  .string()
  .catch("")
  .transform((typed) => typed.trim().slice(0, 40));

const Query = z.object({ code: TypedCode, refused: z.enum(codeFaults).nullable().catch(null) });

export function readInvitation(url: string): Invitation {
  const { code, refused } = Query.parse(Object.fromEntries(new URL(url).searchParams));
  return { code, fault: refused };
}

/** The query of a track's page that keeps what was typed, or "". */
export function writeInvitation({ code, fault }: Invitation): string {
  const query = new URLSearchParams();
  if (code !== "") query.set("code", code);
  if (fault !== null) query.set("refused", fault);
  return query.size === 0 ? "" : `?${query.toString()}`;
}
