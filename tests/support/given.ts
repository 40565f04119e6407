import { makeToken, type TokenPurpose } from "../../app/accounts/tokens.server";
import { lucia } from "../../app/auth/lucia.server";
import type { SocietyRole } from "../../app/auth/roles";
import type { JobPayload } from "../../app/jobs/catalogue";
import { jobPayloads } from "../../app/jobs/catalogue";
import { db, transact } from "../../app/platform/db.server";
import { newId } from "../../app/platform/ids.server";
import { present } from "../../app/platform/invariant";
import type { Prisma } from "../../app/platform/prisma-client/client";
import { type EditionWish, type GivenEdition, makeEdition } from "./given-edition";

/** The password of every person that `given` makes. */
export const givenPassword = "a long test password";
// Argon2id of that password at the lowest cost, made once: a real hash costs 30 ms a person.
const givenPasswordHash =
  "$argon2id$v=19$m=8,t=1,p=1$8ATE3vFAov4lZCmayr0zJg$CwUwYA4Ot+LjDi847YVMzNeJ4w4k4B2qSt/7NXMnCiI";

type PersonRow = Prisma.PersonGetPayload<object>;
type SocietyRow = Prisma.SocietyGetPayload<object>;
type EnrolmentRow = Prisma.EnrolmentGetPayload<object>;
/** A mail that waits for its job or has been sent. */
export type Letter = JobPayload<"mail.send">;

/** Rows that a test starts from. Each maker takes only what the test is about. */
export interface Given {
  /** A verified radiographer who signs in with `givenPassword`. */
  person: (wish?: Partial<Prisma.PersonUncheckedCreateInput>) => Promise<PersonRow>;
  society: (wish?: Partial<Prisma.SocietyUncheckedCreateInput>) => Promise<SocietyRow>;
  member: (wish: { society: { id: string }; role: SocietyRole; person?: { id: string } }) => Promise<PersonRow>;
  /** A published edition with one lesson of each kind: reading, webinar, quiz, evaluation. */
  edition: (wish?: Partial<EditionWish>) => Promise<GivenEdition>;
  enrolled: (
    wish?: Partial<EditionWish> & { person?: PersonRow; edition?: GivenEdition; language?: string },
  ) => Promise<{ person: PersonRow; edition: GivenEdition; enrolment: EnrolmentRow }>;
  /** An enrolment in the current edition of a track that is there already, such as a seeded one. */
  enrolledIn: (
    trackSlug: string,
    wish?: { person?: PersonRow; language?: string },
  ) => Promise<{ person: PersonRow; enrolment: EnrolmentRow }>;
  /** The secret of a link in a mail. */
  mailToken: (person: { id: string; email: string }, purpose: TokenPurpose) => Promise<string>;
  /** A session of the person, as the value of a Cookie header. */
  signedIn: (person: { id: string }) => Promise<string>;
  /** Every mail that was asked for, the oldest first. */
  inbox: () => Promise<Letter[]>;
}

/** @param now when everything that is given happened. */
export function makeGiven(now: Date): Given {
  const person: Given["person"] = (wish = {}) => {
    const id = newId();
    return transact((tx) =>
      tx.person.create({
        data: {
          id,
          email: `person-${id}@example.org`,
          emailVerifiedAt: now,
          passwordHash: givenPasswordHash,
          certificateName: "Zoë Müller",
          profession: "radiographer",
          country: "AT",
          locale: "en",
          termsAcceptedAt: now,
          createdAt: now,
          ...wish,
        },
      }),
    );
  };
  const society: Given["society"] = (wish = {}) => {
    const id = newId();
    const data = {
      id,
      slug: `society-${id}`,
      acronym: "SOC",
      name: "A society",
      website: "https://society.example",
      description: "What it does",
    };
    return transact((tx) => tx.society.create({ data: { ...data, ...wish } }));
  };
  const edition: Given["edition"] = async (wish = {}) => {
    const societyId = wish.societyId ?? wish.track?.societyId ?? (await society()).id;
    return makeEdition({ ...wish, societyId }, now);
  };
  return {
    person,
    society,
    edition,
    member: async (wish) => {
      const member =
        wish.person === undefined
          ? await person()
          : await db.person.findUniqueOrThrow({ where: { id: wish.person.id } });
      await transact((tx) =>
        tx.membership.create({ data: { societyId: wish.society.id, personId: member.id, role: wish.role } }),
      );
      return member;
    },
    enrolled: async (wish = {}) => {
      const { person: learner = await person(), edition: taken = await edition(wish), language = "en" } = wish;
      const enrolment = await enrol({
        personId: learner.id,
        trackId: taken.track.id,
        editionId: taken.id,
        language,
        now,
      });
      return { person: learner, edition: taken, enrolment };
    },
    enrolledIn: async (trackSlug, { person: learner, language = "en" } = {}) => {
      const track = await db.track.findUniqueOrThrow({ where: { slug: trackSlug } });
      const editionId = present(track.currentEditionId, `the current edition of ${trackSlug}`);
      const who = learner ?? (await person());
      return { person: who, enrolment: await enrol({ personId: who.id, trackId: track.id, editionId, language, now }) };
    },
    mailToken: ({ id, email }, purpose) => transact((tx) => makeToken(tx, { personId: id, purpose, email, now })),
    signedIn: async ({ id }) => {
      const session = await lucia.createSession(id, { row: null, device: "Test browser" });
      return lucia.createSessionCookie(session.id).serialize().split(";")[0] ?? "";
    },
    inbox,
  };
}

function enrol({
  now,
  ...facts
}: {
  personId: string;
  trackId: string;
  editionId: string;
  language: string;
  now: Date;
}) {
  return transact((tx) => tx.enrolment.create({ data: { id: newId(), ...facts, enrolledAt: now, lastSeenAt: now } }));
}

async function inbox(): Promise<Letter[]> {
  const jobs = await db.job.findMany({ where: { name: "mail.send" }, orderBy: [{ runAt: "asc" }, { id: "asc" }] });
  return jobs.map((job) => jobPayloads["mail.send"].parse(JSON.parse(job.payload)));
}
