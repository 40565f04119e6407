import { useTranslate } from "../../i18n/use-translate";
import { AlertIcon } from "../../ui/alert-icon";
import type { NumberFault } from "../check-certificate.server";

/** The answer to a number that nobody was given, with advice on what to look at. */
export function UnknownNumber({ fault }: { fault: NumberFault | null }) {
  const t = useTranslate();
  const advice =
    fault === null
      ? t("certificates:check.unknown.text")
      : t(fault === "check" ? "certificates:check.unknown.check" : "certificates:check.unknown.malformed");
  return (
    <section className="note mark check-unknown" aria-labelledby="answer">
      <h2 className="title" id="answer">
        <AlertIcon />
        {t("certificates:check.unknown.title")}
      </h2>
      <p>{advice}</p>
    </section>
  );
}
