import mjml2html from 'mjml';
import type { Letter, LetterBlock, LetterLink } from './letter';

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] as string);
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br />');

const text = (kind: string, html: string, attributes = ''): string => `<mj-text css-class="${kind}"${attributes}>${html}</mj-text>`;
const small = ' font-size="13px" line-height="20px" color="#526063"';
/** An address alone can be pressed. */
const pressable = (value: string): string => (/^https?:\/\/\S+$/.test(value) ? `<a class="link" href="${escaped(value)}">${escaped(value)}</a>` : lines(value));
const item = ({ text: words, href }: LetterLink): string => `<li>${href ? `<a class="link" href="${escaped(href)}">${lines(words)}</a>` : lines(words)}</li>`;

const drawn: { [K in LetterBlock['is']]: (block: Extract<LetterBlock, { is: K }>) => string } = {
  heading: (block) => text('ink', `<h1 style="margin:0;font-size:22px;line-height:30px">${lines(block.text)}</h1>`),
  paragraph: (block) => text('ink', lines(block.text)),
  soft: (block) => text('soft', lines(block.text), ' color="#526063"'),
  quote: (block) => text('soft', lines(block.text), ' color="#526063" font-style="italic"'),
  small: (block) => text('soft', lines(block.text), small),
  code: (block) => text('ink', escaped(block.text), ' font-size="32px" line-height="44px" letter-spacing="6px" font-weight="700"'),
  said: (block) => text('ink', `<strong>${lines(block.who)}</strong><br />${lines(block.text)}`),
  facts: (block) => text('ink', block.facts.map(([name, value]) => `<strong>${escaped(name)}</strong><br />${pressable(value)}`).join('<br />'), ' padding="12px 25px" line-height="25px"'),
  list: (block) => text('ink', `<strong>${escaped(block.title)}</strong><ul style="margin:4px 0 0;padding-left:20px">${block.items.map(item).join('')}</ul>`),
  button: (block) => `<mj-button css-class="press" href="${escaped(block.href)}">${escaped(block.text)}</mj-button>`,
  link: (block) => text('ink', `<a class="link" href="${escaped(block.href)}">${escaped(block.text)}</a>`),
  'small-link': (block) => text('soft', `<a class="link" href="${escaped(block.href)}">${escaped(block.text)}</a>`, small),
};

const draw = <K extends LetterBlock['is']>(block: Extract<LetterBlock, { is: K }>): string => drawn[block.is as K](block);

/** The colours of the night; mail programs that know no dark mode keep the day’s, which are in the elements. */
const night = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  .link { color: #0e5a50; }
  @media (prefers-color-scheme: dark) {
    body, .paper, .paper > table, .paper > div { background: #14181a !important; background-color: #14181a !important; }
    .sheet, .sheet table { background: #1b2022 !important; background-color: #1b2022 !important; }
    .ink div, .ink h1, .ink li, .ink strong { color: #ece9e1 !important; }
    .soft div { color: #a9b4b4 !important; }
    .mark div, .link { color: #7fcdbb !important; }
    .press td, .press a { background: #7fcdbb !important; background-color: #7fcdbb !important; color: #14181a !important; }
  }`;

/** MJML source: plain blocks on paper, system fonts only, so that no mail program fetches anything. */
export function letterMjml({ language, subject, blocks }: Letter): string {
  return `<mjml lang="${language}">
  <mj-head>
    <mj-title>${escaped(subject)}</mj-title>
    <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
    <mj-attributes>
      <mj-all font-family="Helvetica, Arial, sans-serif" />
      <mj-text font-size="16px" line-height="24px" color="#1d2a2c" />
      <mj-button background-color="#0e5a50" color="#ffffff" border-radius="6px" font-size="16px" font-weight="600" inner-padding="12px 22px" align="left" />
    </mj-attributes>
    <mj-style>${night}</mj-style>
  </mj-head>
  <mj-body background-color="#faf8f3" css-class="paper">
    <mj-section padding="16px 0 4px"><mj-column><mj-text css-class="mark" color="#0e5a50" font-weight="700">Cohorte</mj-text></mj-column></mj-section>
    <mj-section background-color="#ffffff" css-class="sheet" padding="12px 0"><mj-column>
    ${blocks.map(draw).join('\n    ')}
    </mj-column></mj-section>
  </mj-body>
</mjml>`;
}

export async function letterHtml(letter: Letter): Promise<string> {
  const { html } = await mjml2html(letterMjml(letter), { validationLevel: 'strict' });
  return html;
}
