import { useTranslate } from "../../i18n/use-translate";
import type { NumberFault } from "../check-certificate.server";
import type { PublicCertificate } from "../find-certificate.server";
import { CheckAnswer } from "./check-answer";
import { CheckForm } from "./check-form";
import { OtherAnswers } from "./other-answers";
import { UnknownNumber } from "./unknown-number";

/** Field on top, the answer under it, then what the answer could have been. */
export function CheckPage({
  certificate,
  typed,
  fault,
}: {
  certificate: PublicCertificate | null;
  typed: string;
  fault: NumberFault | null;
}) {
  const t = useTranslate();
  return (
    <main id="main" className="page check-page">
      <h1>{t("certificates:check.title")}</h1>
      <CheckForm typed={typed} fault={null} />
      {certificate === null ? <UnknownNumber fault={fault} /> : <CheckAnswer certificate={certificate} />}
      <OtherAnswers given={certificate?.status ?? "unknown"} />
    </main>
  );
}
