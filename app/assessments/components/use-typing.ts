import { useEffect, useRef } from "react";
import type { Response } from "../../../quizzes/engine/model";

/** How long the learner must have stopped typing before a text is sent. */
const typingMs = 700;

interface Typing {
  /** Hands the text over once nothing more was typed for a while. */
  readonly add: (questionId: string, response: Response) => void;
  readonly drop: (questionId: string) => void;
  /** Hands over at once what waits. */
  readonly finish: () => void;
}

/** Texts that are being typed: only a pause is sent, not each letter. */
export function useTyping(handOver: (questionId: string, response: Response) => void): Typing {
  const latest = useRef(handOver);
  latest.current = handOver;
  const typing = useRef<Typing | null>(null);
  typing.current ??= makeTyping((questionId, response) => {
    latest.current(questionId, response);
  });
  const { finish } = typing.current;
  useEffect(() => {
    window.addEventListener("pagehide", finish);
    document.addEventListener("visibilitychange", finish);
    return () => {
      window.removeEventListener("pagehide", finish);
      document.removeEventListener("visibilitychange", finish);
    };
  }, [finish]);
  return typing.current;
}

function makeTyping(handOver: (questionId: string, response: Response) => void): Typing {
  const waiting = new Map<string, { response: Response; timer: ReturnType<typeof setTimeout> }>();
  const drop = (questionId: string) => {
    clearTimeout(waiting.get(questionId)?.timer);
    waiting.delete(questionId);
  };
  const finishOne = (questionId: string) => {
    const kept = waiting.get(questionId);
    drop(questionId);
    if (kept !== undefined) handOver(questionId, kept.response);
  };
  return {
    drop,
    add: (questionId, response) => {
      drop(questionId);
      const timer = setTimeout(() => {
        finishOne(questionId);
      }, typingMs);
      waiting.set(questionId, { response, timer });
    },
    finish: () => {
      for (const questionId of [...waiting.keys()]) finishOne(questionId);
    },
  };
}
