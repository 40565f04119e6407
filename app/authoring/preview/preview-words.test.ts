import { beforeAll, expect, it } from "vitest";
import { registerAllMessages } from "../../i18n/all-messages.server";
import { translator } from "../../i18n/translate";
import { blankDraft, type DraftWords } from "../drafts/draft-file";
import { previewWords, readWordsSoFar } from "./preview-words";

beforeAll(registerAllMessages);

const { file, words: blank } = blankDraft({
  ...{ slug: "dose", society: "esr", title: "Dose", language: "en", modality: "CT", bank: "" },
});
const source: DraftWords = { ...blank, audience: "Radiographers" };
const say = (words: Partial<DraftWords>) => previewWords({ file, language: "de", words, source, t: translator("de") });

it("says a text in its language, else in the authors' with their letters in front, else that it is missing", () => {
  const { text, isMixed } = say({ title: "Dosis", audience: "  " });
  expect([text.title, text.audience, text.needs]).toEqual(["Dosis", "[EN] Radiographers", "(Hier steht noch nichts.)"]);
  expect(isMixed).toBe(true);
});

it("calls nothing mixed where every text that there is is translated", () => {
  expect(say({ title: "Dosis", audience: "Für alle" }).isMixed).toBe(false);
});

it("reads words that were only begun, and nothing from what is none", () => {
  expect(readWordsSoFar('{"title":"Dosis"}')).toEqual({ title: "Dosis" });
  expect(readWordsSoFar('{"title":7}')).toEqual({});
});
