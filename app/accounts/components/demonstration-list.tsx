import { useTranslate } from "../../i18n/use-translate";

/** The demonstration accounts: each line fills in the address. */
export function DemonstrationList({
  people,
  password,
  next,
}: {
  people: readonly string[];
  password: string;
  next: string;
}) {
  const t = useTranslate();
  if (people.length === 0) return null;
  const rest = next === "" ? "" : `&next=${encodeURIComponent(next)}`;
  return (
    <section className="sheet tight" aria-labelledby="demonstration">
      <h2 id="demonstration">{t("account:signIn.demonstration")}</h2>
      <p>
        {t("account:signIn.demonstrationText")} <code className="nowrap">{password}</code>
      </p>
      <ul className="links">
        {people.map((email) => (
          <li key={email}>
            <a href={`/sign-in?email=${encodeURIComponent(email)}${rest}`}>{email}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
