import type { AppLoadContext } from "@remix-run/node";

/**
 * Where a request comes from, for limits on attempts. server/site.ts puts it into the load context, because Express
 * knows the proxies and Remix doesn't. IPv6 networks count by their first 64 bits: one household has that many.
 */
export function clientAddress(context: AppLoadContext): string {
  const address = context["clientAddress"];
  return typeof address === "string" ? network(address) : "unknown";
}

function network(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  const [head = "", tail = ""] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const missing = address.includes("::") ? Math.max(0, 8 - before.length - after.length) : 0;
  return [...before, ...Array<string>(missing).fill("0"), ...after].slice(0, 4).join(":");
}
