/** What Excel 365 puts on the clipboard: classes described in the header, a cell of two columns, a hidden row. */
export const excelTable = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\,";mso-displayed-thousand-separator:" ";}
td
	{padding-top:1px;color:black;font-size:11.0pt;font-weight:400;mso-number-format:General;text-align:general;}
.xl65
	{font-weight:700;text-align:center;border:.5pt solid windowtext;}
.xl66
	{mso-number-format:"\\#\\,\\#\\#0";border:.5pt solid windowtext;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=240 style='border-collapse:collapse;width:180pt'>
<!--StartFragment-->
 <col width=80 span=3 style='width:60pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 width=80 style='height:15.0pt;width:60pt'>Famille</td>
  <td colspan=2 class=xl65 width=160 style='border-left:none;width:120pt'>Montant</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'>Travaux</td>
  <td class=xl66 align=right style='border-top:none'>1 200 000</td>
  <td align=right>62<span style='mso-spacerun:yes'>  </span>%</td>
 </tr>
 <tr height=0 style='display:none;mso-height-source:userset'>
  <td>caché</td><td></td><td></td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'>Services</td>
  <td class=xl66 align=right>800 000</td>
  <td>&nbsp;</td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>`;

/** LibreOffice Writer: a list written in a list, a note as two anchors, a heading by its element. */
export const libreOffice = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 24.2.0.3 (Linux)"/><style type="text/css">h2.western { font-weight: bold } p { line-height: 115% }</style></head><body lang="fr-FR" dir="ltr"><h2 class="western">Clause sociale</h2>
<p style="margin-bottom: 0cm">Insertion<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> d’abord</p>
<ul><li><p>un</p></li><ul><li><p>un un</p></li></ul><li><p>deux</p></li></ul>
<table width="100%" cellpadding="4" cellspacing="0"><caption>Tableau 1</caption><col width="128*"/><col width="128*"/><thead><tr valign="top"><th width="50%"><p>Lot</p></th><th width="50%"><p>Heures</p></th></tr></thead><tbody><tr valign="top"><td><p>1</p></td><td><p align="right">1 200</p></td></tr></tbody></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Article L. 2112-2.</p></div></body></html>`;

/** Google Docs: everything in one `<b>` that is not bold, looks as styles, notes as two anchors at the end. */
export const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f"><h3 dir="ltr" style="line-height:1.38"><span style="font-size:14pt;font-weight:400;font-style:normal">Suivi</span></h3><p dir="ltr"><span style="font-weight:700">Comité</span><span style="font-weight:400"> annuel</span><span style="font-weight:400"><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></span></p><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>un</span></p></li><ul><li dir="ltr" aria-level="2"><p role="presentation"><span style="text-decoration:line-through">un un</span></p></li></ul></ul><p><span><img src="https://lh7-rt.googleusercontent.com/docsz/x" width="10" height="10"></span></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> En juin.</span></p></div></b>`;
