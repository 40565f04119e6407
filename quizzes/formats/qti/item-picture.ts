import type { Picture } from "../../engine/model";
import { type ItemContext, ItemLost, type ItemSurroundings } from "./item";
import { attribute, childrenOf, descendants, type Element, plainText } from "./xml";

/** The picture of an interaction or of the stage that it stands on. */
export function pictureOf(
  interaction: Element,
  item: Element,
  around: ItemSurroundings,
): ReturnType<ItemContext["picture"]> {
  const [element] = childrenOf(stageOf(interaction, item), "object", "img", "picture");
  if (element === undefined) throw new ItemLost("it has no picture");
  const address = attribute(element, "data") || attribute(element, "src");
  const declared = sizeOf(element);
  const found = around.picture(address) ?? substitute(address, declared, around);
  const alt = attribute(element, "alt") || plainText(element);
  if (alt === "")
    around.lost("the description of the picture", "the source gives none; write one for people who don't see it");
  const picture: Picture = { ...found, alt: alt || attribute(interaction, "label") || "Picture" };
  const scale: readonly [number, number] =
    declared === null ? [1, 1] : [found.width / declared.width, found.height / declared.height];
  return { picture, scale };
}

/** The size in which the item counts its coordinates. */
function sizeOf(element: Element): { readonly width: number; readonly height: number } | null {
  const [width = NaN, height = NaN] = ["width", "height"].map((name) => Number.parseInt(attribute(element, name), 10));
  return width > 0 && height > 0 ? { width, height } : null;
}

/** Objects are positioned on a stage, whose picture it is; other interactions have their own. */
function stageOf(interaction: Element, item: Element): Element {
  if (interaction.name !== "positionObjectInteraction") return interaction;
  const stages = descendants(item, ({ name }) => name === "positionObjectStage");
  return stages.find((stage) => childrenOf(stage).includes(interaction)) ?? interaction;
}

function substitute(address: string, declared: { width: number; height: number } | null, around: ItemSurroundings) {
  if (declared === null || declared.width * declared.height > 4_000_000) {
    throw new ItemLost(`its picture "${address}" isn't there`);
  }
  around.lost(`the picture "${address}"`, "it isn't there; a grey one of the same size stands for it");
  return around.grey(declared.width, declared.height);
}
