import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AskedQuestion } from "../assessments/components/asked-question";
import { requireSocietyRole } from "../auth/viewer.server";
import { QuestionPage, type QuestionPageData } from "../authoring/banks/components/question-page";
import { TryQuestion } from "../authoring/banks/components/try-question";
import { findQuestionPage } from "../authoring/banks/find-question-page.server";
import { mayInBanks, rolesFor } from "../authoring/banks/policy";
import { retireQuestion } from "../authoring/banks/retire-question.server";
import { tryQuestion } from "../authoring/banks/try-question.server";
import { ExplainedAnswer } from "../courses/components/explained-answer";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, forbidden, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { ResponseSchema } from "../../quizzes/response-schema";

export const handle = { messages: ["banks", "regrade", "sitting"] } satisfies PageHandle;

const Draw = z.coerce.number().int().min(1).max(1000).catch(1);
const Query = z.object({
  revision: z.coerce.number().int().min(1).nullable().catch(null),
  compare: z.literal("1").nullable().catch(null),
  saved: z.literal("1").nullable().catch(null),
  draw: Draw,
});

export async function loader(args: LoaderFunctionArgs) {
  const proved = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  const { revision, compare, saved, draw } = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const { societySlug = "", bankSlug = "", questionKey: key = "" } = args.params;
  const { societyId, role, viewer } = proved;
  const asked = { societyId, role, bankSlug, key, number: revision, compare: compare !== null, draw };
  const page = (await findQuestionPage(asked)) ?? notFound("question");
  return { ...page, societySlug, timeZone: viewer.timeZone, isJustSaved: saved !== null };
}

const QuestionForm = z.union([
  z.object({ retired: z.enum(["yes", "no"]) }),
  z.object({
    intent: z.literal("try"),
    revision: z.coerce.number().int().min(1),
    draw: Draw,
    response: z
      .string()
      .max(60_000)
      .transform((text): unknown => JSON.parse(text))
      .pipe(ResponseSchema.nullable()),
  }),
]);

/** Marks a trial answer, which keeps nothing, or takes the question out of use and back. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    rolesFor("look"),
  );
  const form = await readForm(args.request, QuestionForm).catch(() => badRequest("question"));
  if (!form.ok) badRequest("question");
  const place = { societyId, bankSlug: args.params["bankSlug"] ?? "", key: args.params["questionKey"] ?? "" };
  if ("intent" in form.value) {
    const { revision: number, draw, response } = form.value;
    const t = translator(chooseLocale(args.request, undefined, viewer.locale));
    const words = { true: t("sitting:true"), false: t("sitting:false") };
    const tried = await tryQuestion({ ...place, number, draw, response, words });
    return data(tried, { status: tried.ok ? 200 : tried.reason === "not-there" ? 404 : 422 });
  }
  if (!mayInBanks(role, "retire")) forbidden();
  const done = await retireQuestion({
    ...place,
    retired: form.value.retired === "yes",
    actorId: viewer.id,
    now: now(),
  });
  if (!done) notFound("question");
  return redirect(new URL(args.request.url).pathname, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.found.key }];

export default function SocietyBankQuestion() {
  // JSON leaves an absent property absent; Remix's type can only say that it may be undefined.
  const page = useLoaderData<typeof loader>() as QuestionPageData;
  const { shown, numbers } = page.preview;
  const draw = numbers?.draw ?? 1;
  return (
    <QuestionPage
      page={page}
      learner={
        <TryQuestion
          key={`${String(page.found.shown.number)}/${String(draw)}`}
          question={shown}
          revision={page.found.shown.number}
          draw={draw}
          answering={(question, response, onAnswer) => (
            <AskedQuestion question={question} response={response} onAnswer={onAnswer} />
          )}
          explain={(explained) => (
            <ExplainedAnswer
              question={{ ...explained, number: 1, isLate: false, coveredIn: null }}
              page={{ language: "en", track: null }}
            />
          )}
        />
      }
    />
  );
}
