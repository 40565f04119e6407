import type { MoodleItem } from "./moodle-item";

/** What a question of any type may say and the model can't hold: each is reported, none changes the question. */
export function reportExtras(item: MoodleItem): void {
  const penalty = item.number("penalty") ?? 0;
  if (penalty !== 0)
    item.lost(
      `the penalty ${String(penalty)}`,
      "a question is answered once; there is no second try to be marked lower",
    );
  const grade = item.number("defaultgrade") ?? 1;
  if (grade !== 1)
    item.lost(`the mark ${String(grade)}`, "what a question is worth stands in the quiz, not in the bank");
  if (item.flag("hidden")) item.lost("that the question is hidden", "a bank has no hidden questions");
  const hints = item.children("hint").length;
  if (hints > 0)
    item.lost(`${String(hints)} hints`, "a question is answered once; there is no second try to be helped with");
  for (const name of ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"]) {
    const text = item.child(name) === undefined ? "" : item.text(name);
    if (text !== "")
      item.lost(`the ${name} "${text.slice(0, 60)}"`, "feedback belongs to the options and the explanation");
  }
  reportDisplay(item);
  reportFields(item);
  item.reportOtherFiles();
}

function reportDisplay(item: MoodleItem): void {
  if (item.child("shuffleanswers") !== undefined && !item.flag("shuffleanswers")) {
    item.lost("the fixed order of the answers", "whether options are shuffled stands in the quiz, not in the bank");
  }
  const numbering = item.value("answernumbering");
  if (!["", "abc", "none"].includes(numbering)) item.lost(`the numbering "${numbering}"`, "options have no numbers");
  if (item.value("layouttype").toUpperCase() === "HORIZONTAL")
    item.lost("the horizontal layout", "items stand below each other");
}

const known = new Set(
  (
    "name questiontext generalfeedback defaultgrade penalty hidden idnumber tags hint single shuffleanswers answernumbering " +
    "showstandardinstruction correctfeedback partiallycorrectfeedback incorrectfeedback shownumcorrect answer usecase subquestion " +
    "responseformat responserequired responsefieldlines minwordlimit maxwordlimit attachments attachmentsrequired maxbytes " +
    "filetypeslist graderinfo responsetemplate criterion units unitgradingtype unitpenalty showunits unitsleft instructions " +
    "dataset_definitions synchronize selectoption dragbox file drag drop layouttype selecttype selectcount gradingtype showgrading " +
    "numberingstyle image image_base64 synchronise showmisplaced shuffle single"
  ).split(" "),
);

/** Elements that no reader looks at: another version's or a plugin's. */
function reportFields(item: MoodleItem): void {
  for (const element of item.element.children) {
    if (typeof element === "string" || known.has(element.name)) continue;
    item.lost(`<${element.name}>`, "the importer doesn't know this element");
  }
}
