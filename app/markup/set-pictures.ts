import type { Nodes as HtmlNodes, Root } from "hast";
import { element } from "./set-table";
import { walk } from "./walk";

const pictureName = /^picture:([0-9a-f]{64}\.(?:png|jpg|gif|webp))$/;

/** A picture `picture:<name>` becomes an image of this site; of every other address its description is left. */
export function setPictures(tree: Root): void {
  walk<HtmlNodes>(tree, (node) => {
    if (node.type !== "element" && node.type !== "root") return;
    node.children.forEach((child, index) => {
      if (child.type !== "element" || child.tagName !== "img") return;
      const alt = child.properties["alt"] ?? "";
      const name = pictureName.exec(child.properties["src"] ?? "")?.[1];
      node.children[index] =
        name === undefined
          ? { type: "text", value: alt }
          : element("img", { src: `/pictures/${name}`, alt, loading: "lazy", className: ["in-text"] }, []);
    });
  });
}
