/** What Word 365 (French) puts on the clipboard: its header shortened, the body as it writes it. */
const head = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ACHATS~1/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;mso-style-qformat:yes;margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;}
p.MsoListParagraphCxSpFirst, li.MsoListParagraphCxSpFirst
	{mso-style-priority:34;margin-left:36.0pt;mso-add-space:auto;}
p.Sous-partie
	{mso-style-name:"Sous-partie";mso-outline-level:3;font-weight:bold;}
 /* List Definitions */
 @list l0
	{mso-list-id:482165441;mso-list-type:hybrid;}
@list l0:level1
	{mso-level-number-format:bullet;mso-level-text:;mso-level-tab-stop:none;font-family:Symbol;}
@list l0:level2
	{mso-level-number-format:bullet;mso-level-text:o;font-family:"Courier New";}
@list l1:level1
	{mso-level-tab-stop:none;mso-level-number-position:left;}
@list l1:level2
	{mso-level-number-format:alpha-lower;mso-level-tab-stop:none;}
-->
</style>
</head>
<body lang=FR style='tab-interval:35.4pt'>
<!--StartFragment-->
`;
const foot = '<!--EndFragment-->\n</body>\n</html>';

const item = (name: string, list: string, marker: string, text: string): string => `<p class=${name} style='text-indent:-18.0pt;mso-list:${list}'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>${text}<o:p></o:p></p>

`;

export const wordLists = `${head}<p class=MsoNormal>Nos priorités<span style='mso-spacerun:yes'>  </span>:<o:p></o:p></p>

${item('MsoListParagraphCxSpFirst', 'l0 level1 lfo1', '·', 'Réduire l’empreinte carbone')}${item('MsoListParagraphCxSpMiddle', 'l0 level2 lfo1', 'o', 'des <b>transports</b>')}${item('MsoListParagraphCxSpMiddle', 'l0 level2 lfo1', 'o', 'des bâtiments')}<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto'>dont l’hôpital<o:p></o:p></p>

${item('MsoListParagraphCxSpLast', 'l0 level1 lfo1', '·', 'Ouvrir aux PME')}<p class=MsoNormal>Le calendrier&nbsp;:<o:p></o:p></p>

${item('MsoListParagraphCxSpFirst', 'l1 level1 lfo2', '1.', 'Diagnostic')}${item('MsoListParagraphCxSpLast', 'l1 level2 lfo2', 'a.', 'entretiens')}<p class=MsoNormal>Entre-temps.<o:p></o:p></p>

${item('MsoListParagraph', 'l1 level1 lfo2', '2.', 'Rédaction')}${foot}`;

export const wordHeadings = `${head}<p class=MsoTitle>SPASER 2025-2028<o:p></o:p></p>

<p class=MsoToc1 style='tab-stops:right dotted 453.05pt'><span class=MsoHyperlink><a href="#_Toc178">Axe 1<span style='mso-tab-count:1 dotted'>. </span>3</a></span><o:p></o:p></p>

<p class=MsoToc2><a href="#_Toc179">Action<span style='mso-tab-count:1 dotted'>. </span>4</a><o:p></o:p></p>

<h1 style='margin-left:36.0pt;mso-list:l1 level1 lfo2'><a name="_Toc178"><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Axe 1&nbsp;: l’environnement<o:p></o:p></a></h1>

<p class=Sous-partie>Une sous-partie<o:p></o:p></p>

<p class=Titre2>Action<o:p></o:p></p>

<p class=MsoNormal>Voir <a href="#_Toc178">l’axe 1</a>, et la <a href="#_Ref1">figure</a>.<o:p></o:p></p>

<p class=MsoNormal><!--[if gte vml 1]><v:shape id="_x0000_i1025" style='width:120pt'><v:imagedata src="file:///C:/Users/x/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=160 height=80 src="file:///C:/Users/x/clip_image001.png" v:shapes="_x0000_i1025"><![endif]><o:p></o:p></p>
${foot}`;

export const wordNotes = `${head}<p class=MsoNormal>Le seuil<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:11.0pt'>[1]</span></span><![endif]></span></span></a>
est fixé par décret<a style='mso-footnote-id:ftn2' href="#_ftn2" name="_ftnref2" title=""><span class=MsoFootnoteReference>[2]</span></a>.<o:p></o:p></p>

<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>

<hr align=left size=1 width="33%">

<![endif]>

<div style='mso-element:footnote' id=ftn1>

<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a>
50 M€ d’achats annuels.<o:p></o:p></p>

<p class=MsoFootnoteText>Hors taxes.<o:p></o:p></p>

</div>

<div style='mso-element:footnote' id=ftn2>

<p class=MsoFootnoteText><a style='mso-footnote-id:ftn2' href="#_ftnref2" name="_ftn2" title=""><span class=MsoFootnoteReference>[2]</span></a> Décret n°&nbsp;2022-767.<o:p></o:p></p>

</div>

</div>
${foot}`;

export const wordTable = `${head}<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
 <thead>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=302 valign=top style='width:226.55pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal><b>Indicateur<o:p></o:p></b></p>
  </td>
  <td width=302 colspan=2 valign=top style='width:226.55pt'>
  <p class=MsoNormal align=center style='text-align:center'><b>Cible<o:p></o:p></b></p>
  </td>
 </tr>
 </thead>
 <tr style='mso-yfti-irow:1'>
  <td width=302 rowspan=2 valign=top><p class=MsoNormal>Part des marchés<o:p></o:p></p></td>
  <td width=151 valign=top><p class=MsoNormal>2026<o:p></o:p></p></td>
  <td width=151 valign=top><p class=MsoNormal align=right style='text-align:right'>30&nbsp;%<o:p></o:p></p></td>
 </tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>
  <td width=151 valign=top><p class=MsoNormal>2028<o:p></o:p></p></td>
  <td width=151 valign=top><p class=MsoNormal align=right style='text-align:right'>50&nbsp;%<o:p></o:p></p>
  ${item('MsoListParagraph', 'l0 level1 lfo1', '·', 'dont PME')}</td>
 </tr>
</table>
${foot}`;

/** A content control and a remark in the margin stand round the words. */
export const wordControls = `${head}<w:Sdt DocPart="A1" ID="-12"><p class=MsoNormal>Objet&nbsp;: <st1:place w:st="on">Caen</st1:place>,<a style='mso-comment-reference:LM_1;mso-comment-date:20250101T1000'> suivi </a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[LM1]</a><![endif]></span></span>validé<o:p></o:p></p></w:Sdt>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>À revoir</p></div></div></div>
${foot}`;

/** Word in a browser. */
export const wordOnline = `<div class="OutlineElement Ltr"><p class="Paragraph"><span class="TextRun" style="font-weight:bold">Gras</span><span class="EOP">&nbsp;</span></p></div><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-leveltext="" data-listid="1" data-aria-level="1" role="listitem"><p class="Paragraph"><span class="TextRun">un</span></p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle2"><li data-listid="1" data-aria-level="2" role="listitem"><p class="Paragraph"><span class="TextRun">deux</span></p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-listid="1" data-aria-level="1" role="listitem"><p class="Paragraph"><span class="TextRun">trois</span></p></li></ul></div>`;
