import { z } from "zod";

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100);

/** What addresses of the learning pages may hold. */
export const TrackParams = z.object({ trackSlug: slug });
export const LessonParams = z.object({ trackSlug: slug, lessonId: slug });
/** One way to write each number, so that a sitting has one address. */
const sittingNumber = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number);
export const SittingParams = LessonParams.extend({ number: sittingNumber });
export const SocietyParams = z.object({ societySlug: slug });
