import type { Element } from "hast";
import { element } from "./set-table";

/** The radiation trefoil after ISO 361's proportions: hub 1, gap 1.5, blades to 5 hub radii. Decoration: the call-out is named by its title. */
export function trefoil(): Element {
  const blades = [
    "M14.6 20a5.4 5.4 0 0 1 2.7-4.677L10.5 3.546A19 19 0 0 0 1 20z",
    "M25.4 20a5.4 5.4 0 0 0-2.7-4.677L29.5 3.546A19 19 0 0 1 39 20z",
    "M17.3 24.677a5.4 5.4 0 0 0 5.4 0l6.8 11.777a19 19 0 0 1-19 0z",
  ];
  return element("svg", { viewBox: "0 0 40 40", ariaHidden: "true", focusable: "false" }, [
    element("g", { fill: "currentColor" }, [
      element("circle", { cx: "20", cy: "20", r: "3.6" }, []),
      ...blades.map((d) => element("path", { d }, [])),
    ]),
  ]);
}
