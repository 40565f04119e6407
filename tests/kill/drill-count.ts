/** How often a drill kills: `name` in the environment, else the number that `npm test` takes the time for. */
export function drillCount(name: "KILLS" | "COMMAND_KILLS", usual: number): number {
  const asked = process.env[name];
  if (asked === undefined || asked === "") return usual;
  const count = Number(asked);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${name} must be a whole number from 1 on`);
  return count;
}
