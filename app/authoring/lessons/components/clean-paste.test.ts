import { expect, test } from "vitest";
import { cleanPastedHtml } from "./clean-paste";

const cleaned = (html: string) => cleanPastedHtml(html).html;

/** As Word 2019 puts it on the clipboard, shortened. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><title>Dose</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:"Cambria Math";} p.MsoNormal {margin:0cm; mso-style-qformat:yes;} --></style></head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->
<h1 style='mso-pagination:widow-orphan'><a name="_Toc1"></a><span lang=EN-GB style='mso-fareast-font-family:"Times New Roman"'>Dose in CT<o:p></o:p></span></h1>
<h2><span lang=EN-GB>The phantom</span></h2>
<p class=MsoNormal><span lang=EN-GB style='font-size:12.0pt;mso-bidi-font-size:11.0pt'>The <b style='mso-bidi-font-weight:normal'>phantom</b> is <i>plastic</i>,<span style='mso-spacerun:yes'>&nbsp; </span>10<sup>-3</sup> m<sup>2</sup> and CTDI<sub>vol</sub>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>First<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span><!--[endif]-->Inner</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Second</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>One</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=200 valign=top style='width:150pt'><p class=MsoNormal><b>Head</b><o:p></o:p></p></td><td><p class=MsoNormal>mGy</p></td></tr>
<tr><td><p>Chest</p><p>adult</p></td><td><p>8,5</p></td></tr></table>
<p class=MsoNormal><img width=600 src="file:///C:/Users/x/clip_image001.png" onerror="alert(1)"><a href="javascript:alert(1)">bad</a> <a href="https://example.org/" style='x'>good</a></p>
<!--EndFragment--></body></html>`;

test("a page of Word comes out as headings, paragraphs, real lists and a table, and nothing of Word's own", () => {
  const { html, droppedPictures } = cleanPastedHtml(word);
  expect(html).toBe(
    [
      "<h2>Dose in CT</h2>",
      "<h3>The phantom</h3>",
      "<p>The <strong>phantom</strong> is <em>plastic</em>, 10⁻³ m² and CTDIvol.</p>"
        .replace(", 10", ",  10")
        .replace(",  ", ", "),
      "<ul><li><p>First</p><ol><li><p>Inner</p></li></ol></li><li><p>Second</p></li></ul>",
      "<ol><li><p>One</p></li></ol>",
      "<table><tbody><tr><th><p><strong>Head</strong></p></th><th><p>mGy</p></th></tr>",
      "<tr><td><p>Chest adult</p></td><td><p>8,5</p></td></tr></tbody></table>",
      '<p>bad <a href="https://example.org/">good</a></p>',
    ].join(""),
  );
  expect(droppedPictures).toBe(1);
  expect(html).not.toMatch(/mso|style|class|<o:|<span|javascript|onerror|file:/i);
});

/** As Google Docs puts it on the clipboard. */
const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400;">Before the scan</span></h2><p dir="ltr"><span style="font-size:11pt;font-weight:700;">Ask</span><span style="font-style:italic;font-weight:400;"> twice</span><span>.</span></p><br /><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li><ul><li dir="ltr" aria-level="2"><p role="presentation"><span>Deeper</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`;

test("a page of Google Docs keeps bold and italics that stand in styles, and isn't bold as a whole", () => {
  expect(cleaned(docs)).toBe(
    "<h2>Before the scan</h2><p><strong>Ask</strong><em> twice</em>.</p><ul><li><p>One</p><ul><li><p>Deeper</p></li></ul></li></ul>",
  );
});

test.each([
  ["a script", "<p>a</p><script>alert(1)</script><p>b</p>", "<p>a</p><p>b</p>"],
  ["an open style", "<p>a</p><style>p{color:red}", "<p>a</p>"],
  ["a drawing with a script", "<svg onload=alert(1)><script>x</script></svg><p>a</p>", "<p>a</p>"],
  ["an event handler", '<p onclick="alert(1)">a</p>', "<p>a</p>"],
  ["a frame", '<iframe src="https://evil.example">x</iframe><p>a</p>', "<p>a</p>"],
  ["an open comment", "<p>a</p><!-- <p>b</p>", "<p>a</p>"],
  ["text that looks like a tag", "<p>5 &lt; 6 &amp; a<b</p>", "<p>5 &lt; 6 &amp; a</p>"],
  ["text without an element", "just text", "<p>just text</p>"],
  ["nothing", "", ""],
])("%s is no danger", (_, html, expected) => {
  expect(cleaned(html)).toBe(expected);
});

test("a word in a raised place stays a word", () => {
  expect(cleaned("<p>1<sup>st</sup> H<sub>2</sub>O</p>")).toBe("<p>1st H₂O</p>");
});
