import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { markupOf } from "./markup-of.server";

test("characters of several bytes come through whole, wherever React's buffer ends", async () => {
  const words = Array.from({ length: 3000 }, (_, index) => `${String(index)}⟦ä→⟧`);
  const markup = await new Promise<string>((resolve, reject) => {
    const stream = renderToPipeableStream(
      <p>
        {words.map((word) => (
          <b key={word}>{word}</b>
        ))}
      </p>,
      {
        onAllReady() {
          markupOf(stream).then(resolve, reject);
        },
        onError: reject,
      },
    );
  });
  expect(markup).toBe(`<p>${words.map((word) => `<b>${word}</b>`).join("")}</p>`);
});
