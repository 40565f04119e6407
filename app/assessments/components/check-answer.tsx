import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { useTranslate } from "../../i18n/use-translate";

/** Sends what waits, then ends the answering of this question; the page comes back with its explanation. */
export function CheckAnswer({ questionId, flush }: { questionId: string; flush: () => Promise<boolean> }) {
  const t = useTranslate();
  const fetcher = useFetcher<{ ok: boolean }>();
  const [isUnsent, setIsUnsent] = useState(false);
  const check = async () => {
    const arrived = navigator.onLine && (await flush());
    setIsUnsent(!arrived);
    if (arrived) fetcher.submit({ intent: "check", questionId }, { method: "post" });
  };
  const isRefused = fetcher.state === "idle" && fetcher.data?.ok === false;
  return (
    <div className="check-answer-row">
      <p className="row">
        <button
          type="button"
          className="btn line"
          aria-disabled={fetcher.state !== "idle"}
          onClick={() => void check()}
        >
          {t("sitting:check")}
        </button>
        <span className="small quiet">{t("sitting:check.note")}</span>
      </p>
      <p role="alert">{isUnsent || isRefused ? t("sitting:check.failed") : null}</p>
    </div>
  );
}
