/** The named characters of HTML 4 and a few of HTML 5 that editors write: code points in the order of the names. */

// U+00A0 to U+00FF, one name each.
const latin1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
// U+0391 to U+03A9 and U+03B1 to U+03C9; "-" is a hole.
const capitals =
  "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega";
const smalls =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega";
const others =
  "amp& lt< gt> quot\" apos' OEligŒ oeligœ ScaronŠ scaronš YumlŸ fnofƒ circˆ tilde˜ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› oline‾ frasl⁄ euro€ imageℑ weierp℘ realℜ trade™ alefsymℵ larr← uarr↑ rarr→ darr↓ harr↔ lArr⇐ uArr⇑ rArr⇒ dArr⇓ hArr⇔ forall∀ part∂ exist∃ empty∅ nabla∇ isin∈ notin∉ ni∋ prod∏ sum∑ minus− lowast∗ radic√ prop∝ infin∞ ang∠ and∧ or∨ cap∩ cup∪ int∫ there4∴ sim∼ cong≅ asymp≈ ne≠ equiv≡ le≤ ge≥ sub⊂ sup⊃ nsub⊄ sube⊆ supe⊇ oplus⊕ otimes⊗ perp⊥ sdot⋅ lceil⌈ rceil⌉ lfloor⌊ rfloor⌋ lang⟨ rang⟩ loz◊ spades♠ clubs♣ hearts♥ diams♦ thetasymϑ upsihϒ pivϖ num# lbrace{ rbrace} lcub{ rcub} lsqb[ rsqb] lowbar_ ast* colon: equals= Tab\t NewLine\n bsol\\ sol/ percnt% dollar$ commat@ verbar| grave` plus+ comma, period. semi; quest? excl! lpar( rpar)";

function inOrder(names: string, first: number): [string, string][] {
  return names.split(" ").map((name, index) => [name, String.fromCodePoint(first + index)]);
}

const named: ReadonlyMap<string, string> = new Map([
  ...inOrder(latin1, 0xa0),
  ...inOrder(capitals, 0x391),
  ...inOrder(smalls, 0x3b1),
  ...others.split(" ").map((pair): [string, string] => [pair.slice(0, -1), pair.slice(-1)]),
]);

// What browsers make of 128 to 159: Windows-1252.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function byNumber(name: string): string | null {
  const code = Number(`${/^#x/i.test(name) ? "0x" : ""}${name.replace(/^#x?/i, "")}`);
  if (code >= 128 && code <= 159) return windows.charAt(code - 128);
  const isCharacter = [9, 10, 13].includes(code) || (code >= 32 && code <= 0x10ffff);
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return isCharacter && !isHalf ? String.fromCodePoint(code) : null;
}

/** Characters for `&eacute;`, `&#233;` and `&#xE9;`; what isn't a known character stays as it is written. */
export function decodeHtmlEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,9});/gi, (whole, name: string) => {
    return (name.startsWith("#") ? byNumber(name) : named.get(name)) ?? whole;
  });
}
