import { expect, test } from "vitest";
import { clientAddress } from "./client-address.server";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  [undefined, "unknown"],
])("%s counts as %s", (address, counted) => {
  expect(clientAddress({ clientAddress: address })).toBe(counted);
});
