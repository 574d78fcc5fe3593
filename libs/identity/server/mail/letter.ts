import type { Language } from '@cohorte/platform/contract';

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] as string);

/** A short letter: plain blocks on paper, system fonts only, so that no mail program fetches anything. */
export function letter(language: Language, blocks: readonly string[]): string {
  return `<mjml lang="${language}">
  <mj-head><mj-attributes>
    <mj-all font-family="Helvetica, Arial, sans-serif" />
    <mj-text font-size="16px" line-height="24px" color="#1d2a2c" />
    <mj-button background-color="#0e5a50" color="#ffffff" border-radius="6px" font-size="16px" align="left" />
  </mj-attributes></mj-head>
  <mj-body background-color="#faf8f3"><mj-section background-color="#ffffff"><mj-column>
    ${blocks.join('\n    ')}
  </mj-column></mj-section></mj-body>
</mjml>`;
}

export const paragraph = (text: string): string => `<mj-text>${escaped(text)}</mj-text>`;
export const button = (href: string, words: string): string => `<mj-button href="${escaped(href)}">${escaped(words)}</mj-button>`;
export const bigCode = (code: string): string => `<mj-text font-size="32px" line-height="44px" letter-spacing="6px" font-weight="700">${escaped(code)}</mj-text>`;
export const smallPrint = (text: string): string => `<mj-text font-size="13px" line-height="20px" color="#526063">${escaped(text)}</mj-text>`;
