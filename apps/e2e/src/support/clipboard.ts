import type { Locator } from '@playwright/test';

/** Pastes as if another program had put this HTML on the clipboard. */
export async function pasteHtml(editor: Locator, html: string): Promise<void> {
  await editor.evaluate((element, source) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', source);
    clipboardData.setData('text/plain', 'x');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

const item = (level: number, marker: string, text: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

/** A page of Word: a heading, a nested list, a table with a merged cell, a footnote, a picture. */
export const wordPage = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt;} @list l0:level1 {mso-level-number-format:bullet;} @list l0:level2 {mso-level-number-format:bullet;} --></style></head>
<body lang=FR><!--StartFragment-->
<h2>Collé de Word<o:p></o:p></h2>
<p class=MsoNormal>Le seuil<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> est connu&nbsp;:<o:p></o:p></p>
${item(1, '·', 'Réduire')}
${item(2, 'o', 'les transports')}
${item(1, '·', 'Ouvrir')}
<table class=MsoTableGrid border=1><thead><tr><td><p class=MsoNormal><b>Axe<o:p></o:p></b></p></td><td colspan=2><p class=MsoNormal><b>Cibles<o:p></o:p></b></p></td></tr></thead>
<tr><td><p class=MsoNormal>Climat</p></td><td><p class=MsoNormal>2026</p></td><td><p class=MsoNormal align=right style='text-align:right'>30&nbsp;%</p></td></tr></table>
<p class=MsoNormal><img width=10 height=10 src="file:///C:/clip_image001.png"><o:p></o:p></p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> 50 M€ d’achats annuels.<o:p></o:p></p></div></div>
<!--EndFragment--></body></html>`;
