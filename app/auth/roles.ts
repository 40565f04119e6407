/** What a person may be in a society. */
export const societyRoles = ["admin", "editor", "author", "reviewer"] as const;
export type SocietyRole = (typeof societyRoles)[number];

export function isSocietyRole(value: string): value is SocietyRole {
  return (societyRoles as readonly string[]).includes(value);
}
