import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { societyRoles } from "../auth/roles";
import { requireSocietyRole } from "../auth/viewer.server";
import { QuizList } from "../courses/components/quiz-list";
import { listQuizzes } from "../courses/find-quiz-statistics.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", societyRoles);
  const societySlug = args.params["societySlug"] ?? "";
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const title = translator(locale)("statistics:quizzes.title");
  return { quizzes: listQuizzes(societyId, locale), societySlug, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SocietyStatistics() {
  const { quizzes, societySlug } = useLoaderData<typeof loader>();
  return <QuizList quizzes={quizzes} societySlug={societySlug} />;
}
