import { setImmediate } from "node:timers/promises";
import { isProfession, professionName } from "../accounts/professions";
import { recordEvent } from "../audit/record-event.server";
import type { Translate } from "../i18n/translate";
import { transact } from "../platform/db.server";
import { csvLine } from "./csv-line";
import type { ParticipantQuery } from "./participant-query";
import { type Participant, readParticipants } from "./read-participants.server";
import { selectParticipants } from "./select-participants.server";

const linesAtOnce = 250;
/** Spreadsheets read a file without it in the alphabet of their own system. */
const byteOrderMark = "\uFEFF";

/**
 * The participants that a query selects, as CSV in blocks of lines: whoever reads asks for the next block. That the
 * list was taken is on record before its first line is given.
 * @param input.actorId who takes it; what they typed in the search stays out of the record
 */
export async function exportParticipants(input: {
  societyId: string;
  actorId: string;
  query: ParticipantQuery;
  locale: string;
  t: Translate;
  now: Date;
}): Promise<AsyncGenerator<string, void, void>> {
  const { societyId, actorId, query, now } = input;
  const selected = await selectParticipants(input);
  await transact((tx) =>
    recordEvent(tx, {
      actorId,
      action: "participants.csv",
      subject: `society:${societyId}`,
      details: { track: query.track, state: query.state, isSearched: query.q !== "", count: selected.count },
      now,
    }),
  );
  // The ids stand still while the file is on its way, so that nobody is left out or comes twice.
  return blocks(selected.slice(0, selected.count), input.locale, input.t);
}

async function* blocks(ids: readonly string[], locale: string, t: Translate): AsyncGenerator<string, void, void> {
  yield byteOrderMark + csvLine(headings(t));
  for (let from = 0; from < ids.length; from += linesAtOnce) {
    const records = readParticipants(ids.slice(from, from + linesAtOnce), locale);
    yield records.map(({ participant }) => csvLine(cellsOf(participant, t))).join("");
    // Other requests get their turn.
    await setImmediate();
  }
}

function headings(t: Translate): string[] {
  return [
    t("learning:participants.name"),
    t("learning:participants.profession"),
    t("learning:participants.track"),
    t("learning:participants.csv.done"),
    t("learning:participants.csv.lessons"),
    t("learning:participants.lastStep"),
    t("learning:participants.csv.score"),
    t("learning:participants.csv.max"),
    t("learning:participants.csv.passed"),
    t("learning:participants.certificate"),
  ];
}

function cellsOf(participant: Participant, t: Translate): (string | number)[] {
  const { name, profession, best } = participant;
  const word = (is: boolean) => t(is ? "learning:participants.yes" : "learning:participants.no");
  return [
    name,
    isProfession(profession) ? t(professionName(profession)) : profession,
    participant.track.title,
    participant.doneCount,
    participant.lessonCount,
    participant.lastStepAt?.slice(0, 10) ?? "",
    best === null ? "" : best.scoreHundredths / 100,
    best === null ? "" : best.maxHundredths / 100,
    best === null ? "" : word(best.passed),
    word(participant.hasCertificate),
  ];
}
