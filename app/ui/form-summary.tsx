import { AlertIcon } from "./alert-icon";

/** Heads a form with two or more faults: each line leads to its field. */
export function FormSummary({
  title,
  faults,
}: {
  title: string;
  faults: readonly { readonly field: string; readonly text: string }[];
}) {
  if (faults.length < 2) return null;
  return (
    <div className="note mark" role="group" aria-labelledby="form-summary" tabIndex={-1}>
      <p className="title" id="form-summary">
        <AlertIcon />
        {title}
      </p>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Something is wrong with the form as a whole: too many attempts, a password that does not fit. */
export function FormRefusal({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div className="note mark" role="alert">
      <p className="title">
        <AlertIcon />
        {text}
      </p>
    </div>
  );
}

/** One sentence that says what was done. */
export function Done({ text }: { text: string }) {
  return (
    <div className="note pass" role="status">
      <p className="title">{text}</p>
    </div>
  );
}
