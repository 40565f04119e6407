import { useCallback, useEffect, useRef, useState } from "react";
import type { Response } from "../../../quizzes/engine/model";
import { AnswerQueue, type Notice, type SaveState } from "./answer-queue";
import { useTyping } from "./use-typing";

/** A random name for this tab, so that the server can tell two devices apart. */
function deviceName(): string {
  const known = sessionStorage.getItem("device");
  if (known !== null) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem("device", name);
  return name;
}

/** A third of 64 KiB: a letter takes up to three bytes. */
const mostKeptAlive = 21_000;

const typedKinds: readonly Response["kind"][] = ["short-text", "numeric", "cloze", "essay"];

async function send(body: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch("/hot/answers", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
    // Browsers take at most 64 KiB along when the page closes, and refuse a longer body that asks for it.
    keepalive: body.length < mostKeptAlive,
  });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

export interface Answers {
  readonly responses: Readonly<Record<string, Response | null>>;
  readonly save: SaveState;
  readonly notices: readonly Notice[];
  readonly answer: (questionId: string, response: Response | null) => void;
  /** Sends what waits and says whether all of it has arrived; when not, sending goes on. */
  readonly flush: () => Promise<boolean>;
}

/** The learner's answers: shown at once, queued, and saved one by one. Answers that still wait win over the server's. */
export function useAnswers(sittingId: string, fromServer: Readonly<Record<string, Response | null>>): Answers {
  const [responses, setResponses] = useState(fromServer);
  const [save, setSave] = useState<SaveState>({ state: "idle" });
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const queue = useRef<AnswerQueue | null>(null);
  const typing = useTyping((questionId, response) => queue.current?.add(questionId, response));

  useEffect(() => {
    const current = new AnswerQueue({
      sittingId,
      storage: localStorage,
      device: deviceName(),
      send,
      onState: setSave,
      onNotice: (notice) => {
        setNotices((known) => (known.includes(notice) ? known : [...known, notice]));
      },
      isOnline: () => navigator.onLine,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    queue.current = current;
    const waiting = current.pending();
    if (waiting.length > 0) {
      setResponses((known) => ({
        ...known,
        ...Object.fromEntries(waiting.map((answer) => [answer.questionId, answer.response])),
      }));
      void current.flush();
    }
    const retry = () => {
      void current.flush();
    };
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", retry);
    return () => {
      typing.finish();
      current.stop();
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", retry);
    };
  }, [sittingId, typing]);

  const answer = useCallback(
    (questionId: string, response: Response | null) => {
      setResponses((known) => ({ ...known, [questionId]: response }));
      if (response !== null && typedKinds.includes(response.kind)) {
        setSave({ state: "busy" });
        typing.add(questionId, response);
        return;
      }
      typing.drop(questionId);
      queue.current?.add(questionId, response);
    },
    [typing],
  );
  const flush = useCallback(async () => {
    typing.finish();
    return (await queue.current?.flush()) ?? false;
  }, [typing]);
  return { responses, save, notices, answer, flush };
}
