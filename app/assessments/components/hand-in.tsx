import { useEffect, useRef, useState } from "react";
import { useTranslate } from "../../i18n/use-translate";
import type { Feedback } from "../sitting-facts";

interface HandInProps {
  readonly open: number;
  readonly passPercent: number;
  readonly feedback: Feedback;
  /** Arrow keys change the question. */
  readonly hasKeys: boolean;
  /** The time has run out, or another tab has handed in. */
  readonly isOver: boolean;
  readonly flush: () => Promise<boolean>;
}

const retryMs = 5000;

/** The rules of the sitting and the one button that ends it. Nothing is handed in while answers still wait here. */
export function HandIn({ open, passPercent, feedback, hasKeys, isOver, flush }: HandInProps) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [isWaiting, setIsWaiting] = useState(false);

  const handIn = async () => {
    dialog.current?.close();
    const arrived = await flush();
    setIsWaiting(!arrived);
    if (arrived) form.current?.submit();
  };
  useEffect(() => {
    if (!isOver) return;
    let isLeft = false;
    // A submit without network would lead to the browser's own error page and away from the answers that wait here.
    const handInOnceArrived = async () => {
      while (!(await flush())) {
        if (isLeft) return;
        setIsWaiting(true);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
      form.current?.submit();
    };
    void handInOnceArrived();
    return () => {
      isLeft = true;
    };
  }, [isOver, flush]);

  return (
    <aside className="rules small">
      <Rules passPercent={passPercent} feedback={feedback} hasKeys={hasKeys} />
      <form method="post" ref={form}>
        <input type="hidden" name="intent" value="hand-in" />
        <button type="button" className="btn line" onClick={() => dialog.current?.showModal()}>
          {open === 0 ? t("sitting:handIn") : t("sitting:handIn.open", { count: open })}
        </button>
      </form>
      {isWaiting ? (
        <p className="note care" role="alert">
          {t("sitting:handIn.waiting")}
        </p>
      ) : null}
      <dialog ref={dialog} className="dialog" aria-labelledby="hand-in-ask">
        <h2 id="hand-in-ask">{open === 0 ? t("sitting:handIn.ask.none") : t("sitting:handIn.ask", { count: open })}</h2>
        <p>{open === 0 ? t("sitting:handIn.ask.done") : t("sitting:handIn.ask.text")}</p>
        <div className="row">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>
            {t("sitting:handIn.no")}
          </button>
          <button type="button" className="btn main" onClick={() => void handIn()}>
            {t("sitting:handIn.yes")}
          </button>
        </div>
      </dialog>
    </aside>
  );
}

function Rules({ passPercent, feedback, hasKeys }: Pick<HandInProps, "passPercent" | "feedback" | "hasKeys">) {
  const t = useTranslate();
  return (
    <>
      <h2>{t("sitting:rules")}</h2>
      <p>{t("sitting:rules.saved")}</p>
      <p>
        {t("sitting:rules.pass", { percent: passPercent })} {t(`sitting:rules.feedback.${feedback}`)}
      </p>
      {hasKeys ? <p className="keys">{t("sitting:rules.keys")}</p> : null}
    </>
  );
}
