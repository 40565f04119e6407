import type { FigureAttributes } from "../markdown/editor-node";
import { typedIn } from "./dialog-form";
import type { PictureAnswer } from "./live-client";

/** What may be wrong with a field of a figure. */
export type FigureFault =
  | "no-picture"
  | "no-alt"
  | "no-caption"
  | "no-source"
  | "no-permission"
  | "not-attested"
  | Extract<PictureAnswer, { ok: false }>["reason"];

/**
 * What a figure lacks, by field. A picture needs a source, a permission and the word that no patient is identifiable;
 * a drawing of the track is the society's own. @param picture the one that the figure has already, or ""
 */
export function faultsOf(fields: FormData, picture: string): Partial<Record<string, FigureFault>> {
  const file = fields.get("file");
  const isDrawing = typedIn(fields, "drawing") !== "";
  const hasPicture = (file instanceof File && file.size > 0) || picture !== "";
  const faults: Partial<Record<string, FigureFault>> = {};
  const want = (field: string, fault: FigureFault) => {
    if (typedIn(fields, field) === "") faults[field] = fault;
  };
  if (!isDrawing && !hasPicture) faults["file"] = "no-picture";
  want("alt", "no-alt");
  if (fields.has("caption")) want("caption", "no-caption");
  if (isDrawing) return faults;
  want("source", "no-source");
  want("permission", "no-permission");
  want("patient", "not-attested");
  return faults;
}

/** The figure's attributes from its form. Line breaks of the alternative text become spaces: it is one attribute. */
export function figureOf(fields: FormData, picture: string): FigureAttributes {
  const isDrawing = picture === "" || typedIn(fields, "drawing") !== "";
  return {
    drawing: isDrawing ? typedIn(fields, "drawing") : "",
    picture: isDrawing ? "" : picture,
    alt: typedIn(fields, "alt").replace(/\s+/g, " "),
    source: typedIn(fields, "source"),
    permission: typedIn(fields, "permission"),
    patient: typedIn(fields, "patient") === "" ? "" : "none",
  };
}
