import type { Element } from "hast";
import { element } from "./set-table";

/** A picture's name carries the size that the page keeps free for it. */
const named = /^[0-9a-f]{40}-(\d{1,5})x(\d{1,5})\.webp$/;
/** Widths of the copies that are kept beside a picture, where they are narrower than it. */
const copies = [480, 960, 1_600];

/** The picture of a figure, or null for a name that no picture can have. */
export function pictureElement(name: string, alt: string): Element | null {
  const size = named.exec(name);
  if (size === null) return null;
  const width = Number(size[1]);
  const src = `/lesson-pictures/${name}`;
  const narrower = copies.filter((copy) => copy < width).map((copy) => `${src}?w=${copy} ${copy}w`);
  return element(
    "img",
    {
      src,
      ...(narrower.length === 0
        ? {}
        : { srcSet: [...narrower, `${src} ${width}w`].join(", "), sizes: "(min-width: 48rem) 40rem, 100vw" }),
      width,
      height: Number(size[2]),
      alt,
      loading: "lazy",
      decoding: "async",
    },
    [],
  );
}

/** Names of the lesson pictures that a rendered lesson shows. */
export function picturesIn(html: string): string[] {
  return [...html.matchAll(/ src="\/lesson-pictures\/([0-9a-f]{40}-\d+x\d+\.webp)"/g)].map(([, name = ""]) => name);
}
