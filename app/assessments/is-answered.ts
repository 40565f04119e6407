import type { Response } from "../../quizzes/engine/model";

/** Whether the page counts an answer as given. A number is one with its unit: without it, it earns nothing. */
export function isAnswered(response: Response | null): boolean {
  if (response?.kind === "numeric") return response.text.trim() !== "" && response.unit !== "";
  return response !== null;
}
