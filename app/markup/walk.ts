/** A node of Markdown's or HTML's tree, as far as walking needs to know it. */
interface Walkable {
  readonly children?: readonly unknown[];
}

/** Visits a tree in the order of the document, parents first. `visit` may change a node's children: they are read after it. */
export function walk<Node extends object>(node: Node, visit: (node: Node) => void): void {
  visit(node);
  // Both trees hold nodes of their own kind only; their unions are too wide to say so.
  for (const child of (node as Walkable).children ?? []) walk(child as Node, visit);
}
