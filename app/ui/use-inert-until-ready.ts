import { useEffect, useState } from "react";

/**
 * The attribute `inert` until the page's script runs: a choice that is made before that would be seen and not taken.
 * React 18's types don't know the attribute yet.
 */
export function useInertUntilReady(): { inert?: "" } {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    setIsReady(true);
  }, []);
  return isReady ? {} : { inert: "" };
}
