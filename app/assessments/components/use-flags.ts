import { useEffect, useState } from "react";

/** "Look again later": a note to oneself, kept in this browser only. */
export function useFlags(sittingId: string): { has: (id: string) => boolean; set: (id: string, on: boolean) => void } {
  const key = `flags:${sittingId}`;
  const [flags, setFlags] = useState<readonly string[]>([]);
  useEffect(() => {
    // Only this hook writes the entry.
    setFlags(JSON.parse(localStorage.getItem(key) ?? "[]") as string[]);
  }, [key]);
  return {
    has: (id) => flags.includes(id),
    set: (id, on) => {
      const next = on ? [...flags, id] : flags.filter((other) => other !== id);
      localStorage.setItem(key, JSON.stringify(next));
      setFlags(next);
    },
  };
}
