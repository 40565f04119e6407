/** The people of the demonstration. They can sign in only while APP_URL is unset. */
export const demonstrationPassword = "eleven steps of cold aluminium";

export interface DemonstrationPerson {
  readonly key: "learner" | "author" | "reviewer" | "editor" | "society-admin" | "site-admin";
  readonly email: string;
  readonly name: string;
  readonly profession: string;
  readonly country: string;
  readonly timeZone: string;
  /** In the society of the shipped tracks; null for none. */
  readonly role: "author" | "reviewer" | "editor" | "admin" | null;
  readonly isSiteAdmin: boolean;
}

const person = (
  key: DemonstrationPerson["key"],
  facts: Omit<DemonstrationPerson, "key" | "email" | "role" | "isSiteAdmin"> &
    Partial<Pick<DemonstrationPerson, "role" | "isSiteAdmin">>,
): DemonstrationPerson => ({ role: null, isSiteAdmin: false, ...facts, key, email: `${key}@demo.example` });

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person("learner", {
    name: "Žofia Kováčová",
    profession: "radiographer",
    country: "SK",
    timeZone: "Europe/Bratislava",
  }),
  person("author", {
    name: "Maël Le Goff",
    profession: "medical-physicist",
    country: "FR",
    timeZone: "Europe/Paris",
    role: "author",
  }),
  person("reviewer", {
    name: "Eleni Papadaki",
    profession: "diagnostic-radiologist",
    country: "GR",
    timeZone: "Europe/Athens",
    role: "reviewer",
  }),
  person("editor", {
    name: "Tomás Ó Briain",
    profession: "radiographer",
    country: "IE",
    timeZone: "Europe/Dublin",
    role: "editor",
  }),
  person("society-admin", {
    name: "Greta Lindqvist",
    profession: "interventional-radiologist",
    country: "SE",
    timeZone: "Europe/Stockholm",
    role: "admin",
  }),
  person("site-admin", {
    name: "Anneke Vermeulen",
    profession: "medical-physicist",
    country: "BE",
    timeZone: "Europe/Brussels",
    isSiteAdmin: true,
  }),
];
