/**
 * A draft's HTML for readers who may not open the draft: its pictures stay with it, so their words stand for them,
 * boxes become signs, since nothing can be ticked any more, and headings go below that of the page.
 */
export const frozenHtml = (html: string): string =>
  html
    .replace(/<img[^>]*\balt="([^"]*)"[^>]*>/g, (_, alt: string) => (alt ? `<em>[${alt}]</em>` : ''))
    .replace(/<input[^>]*\bchecked\b[^>]*>/g, '☑ ')
    .replace(/<input[^>]*>/g, '☐ ')
    .replace(/<(\/?)h([1-4])\b/g, (_, end: string, level: string) => `<${end}h${Math.min(Number(level) + 2, 6)}`);
