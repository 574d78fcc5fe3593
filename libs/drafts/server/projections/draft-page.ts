import { createHash } from 'node:crypto';
import { escapeHtml } from './html-words';

const style = `@page{size:A4;margin:22mm 20mm}
body{font:11pt/1.55 Georgia,'Times New Roman',serif;color:#1b1b1f;max-width:40rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3,h4{font-family:system-ui,sans-serif;line-height:1.25;break-after:avoid}
.title{font-size:1.9rem;margin-bottom:.2rem}.meta{color:#55555e;font-family:system-ui,sans-serif;font-size:.85rem;margin-top:0}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8b8b95;padding:.35rem .5rem;text-align:left;vertical-align:top}th{background:#f1f1f4}
tr,img,blockquote{break-inside:avoid}img{max-width:100%;height:auto}blockquote{border-left:3px solid #8b8b95;margin-left:0;padding-left:1rem}
ul[data-type=taskList]{list-style:none;padding-left:0}ul[data-type=taskList] li{display:flex;gap:.5rem}
.co-callout{margin:1rem 0;padding:.6rem .9rem;border:1px solid #8b8b95;border-left:4px solid #335c7d;break-inside:avoid}.co-callout-key{border-left-color:#0e5a50}.co-callout-warning{border-left-color:#855600}
.co-callout::before{content:attr(aria-label);display:block;font:600 .85rem system-ui,sans-serif}.co-callout>*{margin:.3rem 0}
.co-note{font:600 .7em system-ui,sans-serif;line-height:0}.co-notes{margin-top:2.5rem;border-top:1px solid #8b8b95;font-size:.85rem}.co-mention{font-weight:600}
.co-toc{margin:1rem 0;padding:.6rem .9rem;border:1px solid #d5d5da;font-family:system-ui,sans-serif}.co-toc::before{content:attr(aria-label);font-weight:600}.co-toc ul{list-style:none;margin:.3rem 0 0;padding:0}.co-toc-1{padding-left:1.2rem}.co-toc-2{padding-left:2.4rem}
thead{display:table-header-group}p,li{orphans:3;widows:3}.co-broken-link{text-decoration:underline wavy}
@media print{a{color:inherit;text-decoration:none}}
.co-align-center{text-align:center}.co-align-right{text-align:right}
[data-becomes]{padding-left:.6rem;border-left:3px dotted #8b8b95}[data-becomes=inserted]{border-left-style:solid;text-decoration:underline}[data-becomes=removed]{text-decoration:line-through}`;

/** Nothing may run or be fetched from the page; its one style is known by its hash. */
export const pagePolicy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; sandbox`;

export interface DraftPage {
  readonly title: string;
  readonly meta: string;
  readonly html: string;
}

/** A file of its own: opens without the application and prints on A4. */
export const pageOf = ({ title, meta, html }: DraftPage): string =>
  `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><p class="title"><strong>${escapeHtml(title)}</strong></p><p class="meta">${escapeHtml(meta)}</p>
${html}
</body></html>
`;
