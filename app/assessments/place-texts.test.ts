import { expect, test } from "vitest";
import { placeTexts } from "./place-texts";

const picture = { width: 800, height: 500 };

test("a text stands beside its place where there is room, on the left of a place at the right edge", () => {
  const [left, right] = placeTexts(
    [
      { x: 100, y: 100, text: "Tube" },
      { x: 780, y: 400, text: "Receptor" },
    ],
    picture,
    1,
  );
  expect(left).toMatchObject({ anchor: "start", x: 118 });
  expect(right).toMatchObject({ anchor: "end", x: 762 });
});

test("two texts that would meet between their places stand at different heights", () => {
  const [one, two] = placeTexts(
    [
      { x: 300, y: 250, text: "Beam enters: most scatter" },
      { x: 515, y: 250, text: "Better place to stand" },
    ],
    picture,
    1.5,
  );
  expect(one?.y).not.toBe(two?.y);
});

test("no text sticks out of the picture, and a place without a label has none", () => {
  const places = [
    { x: 5, y: 5, text: "In the very corner of it" },
    { x: 400, y: 495, text: "At the lower edge of the picture, and long" },
    { x: 400, y: 250, text: null },
  ];
  const [corner, edge, none] = placeTexts(places, picture, 1);
  expect(corner).toMatchObject({ anchor: "start" });
  expect(edge?.y).toBeLessThanOrEqual(500);
  expect(edge?.text).toBe("At the lower edge of the…");
  expect(none).toBeNull();
});
