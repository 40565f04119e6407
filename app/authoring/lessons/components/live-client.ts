import { z } from "zod";

/** Asks the server from an open editor. 401 stands for somebody who is signed out. @throws TypeError without network */
export async function askLive(
  textPath: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; body: unknown }> {
  const body = new URLSearchParams(fields);
  // A page that is closing may still send a short text.
  const keepalive = body.toString().length < 60_000;
  const response = await fetch(`${textPath}/live`, { method: "POST", body, redirect: "manual", keepalive });
  if (response.type === "opaqueredirect") return { status: 401, body: null };
  const answer: unknown = await response.json().catch(() => null);
  return { status: response.status, body: answer };
}

const Formula = z.object({ html: z.string() });
const known = new Map<string, string>();

/** The MathML of a formula, as the server sets it; null while there is no network. */
export async function typesetFormula(textPath: string, latex: string): Promise<string | null> {
  const before = known.get(latex);
  if (before !== undefined) return before;
  const answer = await askLive(textPath, { intent: "formula", latex }).catch(() => null);
  const html = Formula.safeParse(answer?.body).data?.html ?? null;
  if (html !== null) known.set(latex, html);
  return html;
}

const Uploaded = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), name: z.string() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(["not-a-picture", "too-large", "too-many-pixels", "unreadable"]),
  }),
]);
export type PictureAnswer = z.infer<typeof Uploaded> | { readonly ok: false; readonly reason: "not-sent" };

/** Uploads a picture for the lessons of a track. */
export async function sendPicture(picturesPath: string, file: File): Promise<PictureAnswer> {
  const body = new FormData();
  body.set("file", file);
  try {
    const response = await fetch(picturesPath, { method: "POST", body, redirect: "manual" });
    return Uploaded.parse(await response.json());
  } catch {
    return { ok: false, reason: "not-sent" };
  }
}

const Others = z.object({ others: z.array(z.string()) });

/** Tells that this page is open. @returns the names of others who have the text open */
export async function tellPresence(textPath: string): Promise<readonly string[]> {
  const answer = await askLive(textPath, { intent: "present" }).catch(() => null);
  return Others.safeParse(answer?.body).data?.others ?? [];
}
