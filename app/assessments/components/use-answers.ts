import { useCallback, useEffect, useRef, useState } from "react";
import type { Response } from "../../../quizzes/engine/model";
import { AnswerQueue, type Loss, type Notice, type SaveState } from "./answer-queue";
import { KeptStorage } from "./kept-storage";
import { useTyping } from "./use-typing";

const session = new KeptStorage(() => sessionStorage);
const local = new KeptStorage(() => localStorage);

/** A random name for this tab, so that the server can tell two devices apart. */
function deviceName(): string {
  const known = session.getItem("device");
  if (known !== null) return known;
  const name = crypto.randomUUID();
  session.setItem("device", name);
  return name;
}

/** A third of 64 KiB: a letter takes up to three bytes. */
const mostKeptAlive = 21_000;

const typedKinds: readonly Response["kind"][] = ["short-text", "numeric", "cloze", "essay"];

async function send(lane: "answers" | "flags", body: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`/hot/${lane}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
    // Browsers take at most 64 KiB along when the page closes, and refuse a longer body that asks for it.
    keepalive: body.length < mostKeptAlive,
  });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

/** What the learner must know, and of which question. */
export interface ToldNotice {
  readonly notice: Notice;
  readonly questionId: string;
}

const losses: readonly Notice[] = ["not-an-answer", "checked", "not-taken"] satisfies Loss[];
export const isLoss = ({ notice }: ToldNotice) => losses.includes(notice);

/** A loss is told for each question, everything else once. */
function withNotice(known: readonly ToldNotice[], told: ToldNotice): readonly ToldNotice[] {
  const isKnown = known.some(
    ({ notice, questionId }) => notice === told.notice && (!isLoss(told) || questionId === told.questionId),
  );
  return isKnown ? known : [...known, told];
}

export interface Answers {
  readonly responses: Readonly<Record<string, Response | null>>;
  readonly flags: ReadonlySet<string>;
  readonly save: SaveState;
  readonly notices: readonly ToldNotice[];
  readonly answer: (questionId: string, response: Response | null) => void;
  /** "Look again later", on every device. */
  readonly flag: (questionId: string, isOn: boolean) => void;
  /** Sends what waits and says whether all of it has arrived; when not, sending goes on. */
  readonly flush: () => Promise<boolean>;
}

/** What the server knows of a sitting when the page is made. */
interface FromServer {
  readonly responses: Readonly<Record<string, Response | null>>;
  readonly flags: readonly string[];
}

const withFlag = (known: ReadonlySet<string>, id: string, isOn: boolean): ReadonlySet<string> =>
  new Set([...[...known].filter((other) => other !== id), ...(isOn ? [id] : [])]);

/** The learner's answers: shown at once, queued, and saved one by one. What still waits wins over the server's. */
export function useAnswers(sittingId: string, fromServer: FromServer): Answers {
  const [responses, setResponses] = useState(fromServer.responses);
  const [flags, setFlags] = useState<ReadonlySet<string>>(new Set(fromServer.flags));
  const [save, setSave] = useState<SaveState>({ state: "idle" });
  const [notices, setNotices] = useState<readonly ToldNotice[]>([]);
  const queue = useRef<AnswerQueue | null>(null);
  const typing = useTyping((questionId, response) => queue.current?.add(questionId, response));

  useEffect(() => {
    const current = openQueue(sittingId, setSave, (told) => {
      setNotices((known) => withNotice(known, told));
    });
    queue.current = current;
    for (const { questionId, response } of current.pending())
      setResponses((known) => ({ ...known, [questionId]: response }));
    for (const { questionId, flagged } of current.pendingFlags())
      setFlags((known) => withFlag(known, questionId, flagged));
    const retry = () => {
      void current.flush();
    };
    retry();
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
      setNotices((known) => known.filter((told) => !isLoss(told) || told.questionId !== questionId));
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
  const flag = useCallback((questionId: string, isOn: boolean) => {
    setFlags((known) => withFlag(known, questionId, isOn));
    queue.current?.flag(questionId, isOn);
  }, []);
  const flush = useCallback(async () => {
    typing.finish();
    return (await queue.current?.flush()) ?? false;
  }, [typing]);
  return { responses, flags, save, notices, answer, flag, flush };
}

function openQueue(sittingId: string, onState: (state: SaveState) => void, onNotice: (told: ToldNotice) => void) {
  return new AnswerQueue({
    sittingId,
    storage: local,
    device: deviceName(),
    send,
    onState,
    onNotice: (notice, questionId) => {
      onNotice({ notice, questionId });
    },
    isOnline: () => navigator.onLine,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}
