import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { rulingRoles } from "../assessments/regrade-policy";
import { requireSocietyRole } from "../auth/viewer.server";
import { RegradeForm } from "../courses/components/regrade-form";
import { RegradePage } from "../courses/components/regrade-page";
import { RegradePreview } from "../courses/components/regrade-preview";
import { findRulingPage } from "../courses/find-regrade.server";
import { proposeRuling } from "../courses/propose-ruling.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import { newId } from "../platform/ids.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rulingRoles);
  const revisionId = args.params["revisionId"] ?? "";
  const page = findRulingPage({ societyId, revisionId }) ?? notFound("question");
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const societySlug = args.params["societySlug"] ?? "";
  return { ...page, societySlug, timeZone: viewer.timeZone, title: t("regrade:title"), rulingId: newId() };
}

/** The key's own fields differ from kind to kind; the domain reads them. */
const RulingForm = z
  .object({
    intent: z.enum(["edit", "preview", "commit"]).catch("preview"),
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
    rulingId: z.string().regex(/^[a-z0-9]{10,40}$/),
    after: z.string().max(40),
    reason: z.string().max(20_000),
  })
  .catchall(z.union([z.string().max(400_000), z.array(z.string().max(400)).max(40)]));

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rulingRoles);
  const form = await readForm(args.request, RulingForm);
  if (!form.ok) badRequest("ruling");
  const { intent, page, rulingId, after, reason, ...fields } = form.value;
  const { revisionId = "", societySlug = "" } = args.params;
  const posted = { societyId, actorId: viewer.id, revisionId, intent, page, rulingId, after, reason, fields };
  const answer = await proposeRuling({ ...posted, now: now() });
  switch (answer.state) {
    case "not-there":
      return notFound("question");
    case "committed":
      return redirect(`/society/${societySlug}/rulings/${answer.rulingId}?done=ruled`, 303);
    case "form":
      return data(answer, { status: answer.refused === null ? 200 : 422 });
    case "preview":
      return data(answer);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function SocietyRegrade() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RegradePage page={page}>
      {answer?.state === "preview" ? (
        <RegradePreview proposed={answer.proposed} />
      ) : (
        <RegradeForm answer={answer ?? emptyForm(page)} rulingId={page.rulingId} after={lastRuling(page)} />
      )}
    </RegradePage>
  );
}

type Page = Awaited<ReturnType<typeof loader>>;

const lastRuling = ({ rulings }: Pick<Page, "rulings">) => rulings.at(-1)?.id ?? "";

function emptyForm({ question }: Pick<Page, "question">) {
  return { refused: null, faults: [], draft: { kind: "", reason: "", question, typed: {} } };
}
