import { z } from "zod";
import { renderInline } from "../../markup/render-inline.server";
import { findLesson, type LessonAddress } from "./find-lesson.server";
import { previewText } from "./open-lesson-text.server";
import { notePresence } from "./presence.server";
import { saveLessonText, takeTheirs } from "./save-lesson-text.server";

const content = z.string().max(2_000_000);
const base = z.coerce.number().int().min(0).max(10_000_000);

/** What an open editor asks without leaving its page. */
export const LiveRequest = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), base, content }),
  z.object({ intent: z.literal("theirs"), base, content }),
  z.object({ intent: z.literal("preview"), content }),
  z.object({ intent: z.literal("formula"), latex: z.string().max(4_000) }),
  z.object({ intent: z.literal("present") }),
]);
export type LiveRequest = z.infer<typeof LiveRequest>;

export interface Writer {
  readonly id: string;
  readonly name: string;
}

/** Answers an open editor; null where this society has no such lesson. The status stands beside the body. */
export async function answerLive(
  address: LessonAddress,
  asked: LiveRequest,
  { writer, now }: { writer: Writer; now: Date },
): Promise<{ status: number; body: object } | null> {
  switch (asked.intent) {
    case "save":
    case "theirs":
      return answerSave(address, asked, { writer, now });
    case "preview": {
      const preview = await previewText(address, asked.content);
      return preview === null ? null : { status: 200, body: preview };
    }
    case "formula":
      return { status: 200, body: { html: renderInline(`$${asked.latex.replaceAll("$", "")}$`) } };
    case "present": {
      const lesson = await findLesson(address);
      if (lesson === null) return null;
      const others = notePresence({ ...lesson, personId: writer.id, name: writer.name }, now);
      return { status: 200, body: { others } };
    }
  }
}

async function answerSave(
  address: LessonAddress,
  asked: Extract<LiveRequest, { base: number }>,
  { writer, now }: { writer: Writer; now: Date },
): Promise<{ status: number; body: object } | null> {
  const save = asked.intent === "save" ? saveLessonText : takeTheirs;
  const saved = await save({ ...address, base: asked.base, content: asked.content, byPersonId: writer.id, now });
  if (saved.ok) return { status: 200, body: saved };
  if (saved.reason === "not-there") return null;
  return { status: saved.reason === "newer" ? 409 : 422, body: saved };
}
