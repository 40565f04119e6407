import { z } from "zod";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(100);

/** What addresses of the learning pages may hold. */
export const TrackParams = z.object({ trackSlug: slug });
export const LessonParams = z.object({ trackSlug: slug, lessonId: slug });
export const SittingParams = LessonParams.extend({ number: z.coerce.number().int().min(1).max(999) });
export const SocietyParams = z.object({ societySlug: slug });
