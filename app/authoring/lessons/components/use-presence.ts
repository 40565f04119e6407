import { useEffect, useState } from "react";
import { tellPresence } from "./live-client";

const everyMs = 20_000;

/** Names of others who have this text open. The page tells that it is open every 20 seconds while it is seen. */
export function usePresence(textPath: string): readonly string[] {
  const [others, setOthers] = useState<readonly string[]>([]);
  useEffect(() => {
    let isOver = false;
    const tell = () => {
      if (document.visibilityState === "hidden") return;
      void tellPresence(textPath).then((names) => {
        if (!isOver) setOthers(names);
      });
    };
    tell();
    const timer = setInterval(tell, everyMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [textPath]);
  return others;
}
