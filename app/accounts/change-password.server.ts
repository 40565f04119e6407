import { hashPassword } from "../auth/password.server";
import { transact } from "../platform/db.server";
import { checkOwnPassword, type OwnPassword } from "./check-own-password.server";
import { passwordFault, type PasswordFault } from "./password-rules";
import { setPassword } from "./set-password.server";

export type PasswordChanged =
  | OwnPassword
  | { readonly ok: false; readonly reason: "weak"; readonly fault: PasswordFault };

/** Changes the password of a signed-in person who knows the old one. Other sessions end; this one stays. */
export async function changePassword(input: {
  person: { id: string; email: string; name: string };
  currentPassword: string;
  password: string;
  sessionHash: string;
  address: string;
  now: Date;
}): Promise<PasswordChanged> {
  const { person, now } = input;
  const fault = passwordFault(input.password, [person.email, person.name]);
  if (fault !== null) return { ok: false, reason: "weak", fault };
  const own = await checkOwnPassword({
    personId: person.id,
    password: input.currentPassword,
    address: input.address,
    now,
  });
  if (!own.ok) return own;
  const passwordHash = await hashPassword(input.password);
  await transact((tx) =>
    setPassword(tx, { personId: person.id, passwordHash, keepSessionHash: input.sessionHash, provedEmail: false, now }),
  );
  return { ok: true };
}
