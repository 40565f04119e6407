import type { ActionFunctionArgs } from "@remix-run/node";
import { requireSocietyRole } from "../auth/viewer.server";
import { readUpload } from "../authoring/banks/read-upload.server";
import { lessonRoles } from "../authoring/lessons/policy";
import { uploadPicture } from "../authoring/lessons/upload-picture.server";
import { mostPictureBytes } from "../media/lesson-pictures.server";
import { now } from "../platform/clock.server";
import { badRequest, notFound } from "../platform/http.server";

/** Takes a picture of a track's lessons and answers with the name that a figure calls it by, or with what is wrong. */
export async function action(args: ActionFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", lessonRoles("write"));
  const form = await readUpload(args.request, mostPictureBytes);
  if (!form.ok) return form.reason === "too-large" ? refuse(form.reason) : badRequest("picture");
  const place = { societyId, trackSlug: args.params["trackSlug"] ?? "" };
  const uploaded = await uploadPicture(place, form.file?.bytes ?? new Uint8Array(), now());
  if (uploaded.ok) return Response.json(uploaded);
  return uploaded.reason === "not-there" ? notFound("track") : refuse(uploaded.reason);
}

const refuse = (reason: string) => Response.json({ ok: false, reason }, { status: 422 });
