import { Injectable } from '@nestjs/common';
import { AppError } from '../../contract';

/** What the HTML of an address says before any script runs: for search engines, for readers on a slow line, for print. */
export interface FirstPage {
  readonly title: string;
  readonly description: string;
  /** Elements of the head, already HTML. */
  readonly head: string;
  /** The readable page, already HTML. */
  readonly body: string;
  /** What the application then need not ask for. */
  readonly answer?: object;
  /** Behind a personal link: nobody keeps it, and no search engine lists it. */
  readonly isPersonal?: boolean;
}

/** Null when a visitor may read nothing there. */
type Renderer = (match: RegExpExecArray, query: URLSearchParams) => Promise<FirstPage | null>;

/** The path to which whoever comes with these headers is sent instead; null for the page itself. */
type Detour = (headers: Headers) => Promise<string | null>;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text inside HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Paragraphs of a text that people wrote, blank lines between them. */
export const paragraphsInHtml = (said: string): string => said.split(/\n{2,}/).filter(Boolean).map((one) => `<p>${escapeHtml(one)}</p>`).join('');

/** The frame round what is read before the application draws its own: what anyone may read, as the head of every public page leads there. */
export const framedPage = (inside: string): string =>
  `<header><a href="/">Cohorte</a> <a href="/rencontres">Rencontres</a> <a href="/ressources">Ressources</a> <a href="/boites-a-outils">Boîtes à outils</a> <a href="/recherche">Rechercher</a></header><main>${inside}</main>`;

/** JSON inside a script element that no browser runs. */
export const jsonInHtml = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`).replaceAll(/[\u2028\u2029]/g, ' ');

/** Public pages whose text is in the database: each domain registers its own, always written for a visitor. */
@Injectable()
export class FirstPages {
  private readonly known: { pattern: RegExp; render: Renderer }[] = [];
  private readonly detours: { pattern: RegExp; ask: Detour }[] = [];

  register(pattern: RegExp, render: Renderer): void {
    this.known.push({ pattern, render });
  }

  registerDetour(pattern: RegExp, ask: Detour): void {
    this.detours.push({ pattern, ask });
  }

  async elsewhere(path: string, headers: Headers): Promise<string | null> {
    for (const { pattern, ask } of this.detours) {
      const other = pattern.test(path) ? await ask(headers) : null;
      if (other) return other;
    }
    return null;
  }

  async of(path: string, query: URLSearchParams): Promise<FirstPage | null> {
    for (const { pattern, render } of this.known) {
      const match = pattern.exec(path);
      if (match) return orNothing(() => render(match, query));
    }
    return null;
  }
}

/** What opens nothing for a visitor is left to the application, which says why. */
async function orNothing(write: () => Promise<FirstPage | null>): Promise<FirstPage | null> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The built shell with the page of this path in it; the application takes it away once its own is drawn. */
export function withFirstPage(shell: string, path: string, { title, description, head, body, answer, isPersonal }: FirstPage): string {
  const kept = answer ? `<script type="application/json" id="co-first-answer" data-path="${escapeHtml(path)}">${jsonInHtml(answer)}</script>` : '';
  const robots = isPersonal ? '<meta name="robots" content="noindex" />' : '';
  return shell
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>`)
    .replace(/<meta name="description"[^>]*>/, () => `<meta name="description" content="${escapeHtml(description)}" />${robots}${head}`)
    .replace('</body>', () => `<div id="co-first-page">${body}</div>${kept}</body>`);
}
