import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from "express";
import { z } from "zod";
import { type AnswerSaved, saveAnswer } from "../../app/assessments/save-answer.server";
import { flagQuestion, type QuestionFlagged } from "../../app/assessments/flag-question.server";
import { readViewer } from "../../app/auth/viewer.server";
import { reportWatching, type WatchingReported } from "../../app/courses/report-watching.server";
import { IdSchema } from "../../quizzes/bank-schema";
import { ResponseSchema } from "../../quizzes/response-schema";

/**
 * The hot lane: answers with their flags, and watch reports: what browsers send again and again. Each handler proves who
 * asks, parses, calls one domain command and answers after its commit. Same refusals as everywhere: "not there" and
 * "not yours" are both 404.
 */

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100);
/** Milliseconds of a recording: a day is longer than any. */
const ms = z.int().min(0).max(86_400_000);

const WatchReportSchema = z.strictObject({
  trackSlug: slug,
  lessonId: slug,
  spans: z.array(z.tuple([ms, ms])).max(200),
  positionMs: ms,
  seeked: z.boolean(),
});

const AnswerSchema = z.strictObject({
  sittingId: z.string().min(1).max(64),
  questionId: IdSchema,
  device: z.string().regex(/^[a-z0-9-]{8,40}$/),
  // What the database's integer holds.
  sequence: z.int().min(0).max(2_147_483_647),
  response: ResponseSchema.nullable(),
});

const FlagSchema = AnswerSchema.omit({ response: true }).extend({ flagged: z.boolean() });

const watchStatus: Readonly<Record<Extract<WatchingReported, { ok: false }>["reason"], number>> = {
  "not-enrolled": 404,
  "no-such-lesson": 404,
  locked: 409,
  ended: 409,
};

const answerStatus: Readonly<Record<Extract<AnswerSaved, { ok: false }>["reason"], number>> = {
  "no-such-sitting": 404,
  "no-such-question": 404,
  "handed-in": 409,
  checked: 409,
  "no-longer-kept": 409,
  "not-an-answer": 422,
};

const flagStatus: Readonly<Record<Extract<QuestionFlagged, { ok: false }>["reason"], number>> = {
  "no-such-sitting": 404,
  "no-such-question": 404,
  over: 409,
};

/** Where a program reads the refusal, a sentence helps the person who wrote the program. */
const sentences: Readonly<Record<string, string>> = {
  "not-an-answer": "This can't be an answer to the question as it was shown. Nothing was stored.",
  checked: "The answer to this question was checked and can't be changed any more.",
  "no-longer-kept": "The attempt ended more than a day ago, or has too many changes. Nothing was stored.",
};

function refuse(response: Response, status: number, reason: string): void {
  const message = sentences[reason];
  response.status(status).json({ ok: false, reason, ...(message === undefined ? {} : { message }) });
}

async function watchHandler(request: Request, response: Response): Promise<void> {
  const viewer = await readViewer(request.headers.cookie ?? null);
  if (viewer === null) {
    refuse(response, 401, "signed-out");
    return;
  }
  const report = WatchReportSchema.safeParse(request.body);
  if (!report.success) {
    refuse(response, 422, "invalid");
    return;
  }
  const reported = await reportWatching({ ...report.data, personId: viewer.id, now: new Date() });
  if (reported.ok) response.json(reported);
  else refuse(response, watchStatus[reported.reason], reported.reason);
}

async function answerHandler(request: Request, response: Response): Promise<void> {
  const viewer = await readViewer(request.headers.cookie ?? null);
  if (viewer === null) {
    refuse(response, 401, "signed-out");
    return;
  }
  const answer = AnswerSchema.safeParse(request.body);
  if (!answer.success) {
    refuse(response, 422, "invalid");
    return;
  }
  const saved = await saveAnswer({ ...answer.data, personId: viewer.id, now: new Date() });
  if (saved.ok) response.json(saved);
  else refuse(response, answerStatus[saved.reason], saved.reason);
}

async function flagHandler(request: Request, response: Response): Promise<void> {
  const viewer = await readViewer(request.headers.cookie ?? null);
  if (viewer === null) {
    refuse(response, 401, "signed-out");
    return;
  }
  const flag = FlagSchema.safeParse(request.body);
  if (!flag.success) {
    refuse(response, 422, "invalid");
    return;
  }
  const { sittingId, questionId, flagged } = flag.data;
  const kept = await flagQuestion({ sittingId, questionId, flagged, personId: viewer.id, now: new Date() });
  if (kept.ok) response.json(kept);
  else refuse(response, flagStatus[kept.reason], kept.reason);
}

/** JSON or nothing: another media type is 415. */
const requireJson: RequestHandler = (request, response, next) => {
  response.set("Cache-Control", "no-store");
  if (request.is("application/json") === false) refuse(response, 415, "not-json");
  else next();
};

const readReport = express.json({ limit: "32kb", type: "application/json" });
/** The longest essay, in letters of up to four bytes. */
const readAnswer = express.json({ limit: "192kb", type: "application/json" });

/** A body that is no JSON is 400, one that is too large 413. */
const answerBrokenBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (isHttpError(error)) refuse(response, error.status, error.status === 413 ? "too-large" : "broken-json");
  else next(error);
};

function isHttpError(error: unknown): error is { status: number } {
  return (
    typeof error === "object" &&
    error !== null &&
    "status" in error &&
    typeof error.status === "number" &&
    error.status < 500
  );
}

/** Hands what goes wrong to Express, which answers 500. */
const caught =
  (handler: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response, next: NextFunction) => {
    handler(request, response).catch(next);
  };

export function hotRoutes(): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post("/hot/watch", requireJson, readReport, caught(watchHandler));
  router.post("/hot/answers", requireJson, readAnswer, caught(answerHandler));
  router.post("/hot/flags", requireJson, readReport, caught(flagHandler));
  router.use("/hot", answerBrokenBody);
  return router;
}
