import { useCallback, useEffect, useRef, useState } from "react";
import { askLive } from "./live-client";
import { type SaveState, TextSaver } from "./text-saver";

/** The saver of the open text. Leaving the field, hiding the page and a returning network send what waits. */
export function useSaver(textPath: string, version: number, text: string) {
  const [state, setState] = useState<SaveState>({ state: "idle" });
  const [saver] = useState(
    () =>
      new TextSaver(
        {
          key: `lesson-text:${textPath}`,
          storage: window.localStorage,
          isOnline: () => navigator.onLine,
          wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          send: (intent, base, content) => askLive(textPath, { intent, base: String(base), content }),
          onState: setState,
        },
        version,
        text,
      ),
  );
  useEffect(() => {
    const send = () => void saver.flush();
    const sendHidden = () => {
      if (document.visibilityState === "hidden") send();
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.isPending) event.preventDefault();
    };
    send();
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", sendHidden);
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", sendHidden);
      window.removeEventListener("beforeunload", ask);
    };
  }, [saver]);
  return { saver, state };
}

/** Calls the latest `callback` under a name that never changes, so that the editor needn't be made anew. */
export function useSteady<Arguments extends unknown[], Result>(callback: (...args: Arguments) => Result) {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Arguments) => latest.current(...args), []);
}
