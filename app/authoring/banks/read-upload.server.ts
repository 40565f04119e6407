import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryUpload,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";

/** A form that carries one file. An empty file counts as none. */
export type Upload =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>>; readonly file: UploadedFile | null }
  | { readonly ok: false; readonly reason: "too-large" | "broken-form" };

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a multipart form with the one file field `file`. The guard has run before; a larger file ends the reading.
 * Of fields that come several times the last counts.
 */
export async function readUpload(request: Request, mostBytes: number): Promise<Upload> {
  try {
    const form = await parseMultipart(request, memoryUpload({ maxPartSize: mostBytes }));
    const file = form.get("file");
    const fields = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    if (!(file instanceof File) || file.size === 0) return { ok: true, fields, file: null };
    return { ok: true, fields, file: { name: file.name.slice(-200), bytes: new Uint8Array(await file.arrayBuffer()) } };
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return { ok: false, reason: "too-large" };
    // The body is the sender's, so whatever is wrong with it is the sender's mistake.
    return { ok: false, reason: "broken-form" };
  }
}
