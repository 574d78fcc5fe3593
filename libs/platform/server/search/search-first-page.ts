import { Injectable } from '@nestjs/common';
import { search, type SearchAnswer, type SearchHit, type SearchStepTold, visitor } from '../../contract';
import { escapeHtml as text, type FirstPage, FirstPages, framedPage } from '../http/first-pages';
import { SearchQueries } from './search.queries';

const perPage = 10;

/** The page of the search as it is read before any script runs: its form, and what a visitor finds. In French, as every page begins. */
@Injectable()
export class SearchFirstPage {
  constructor(
    pages: FirstPages,
    private readonly queries: SearchQueries,
  ) {
    pages.register(/^\/recherche\/?$/, (_match, query) => this.make(query));
  }

  private async make(query: URLSearchParams): Promise<FirstPage> {
    const q = (query.get('q') ?? '').trim();
    const page = Math.max(1, Math.trunc(Number(query.get('page'))) || 1);
    const asked = search.input.safeParse({ q, offset: (page - 1) * perPage });
    const answer = q && asked.success ? await this.queries.find(visitor, { text: asked.data.q, offset: asked.data.offset }) : null;
    return {
      title: q ? `${q} · Recherche · Cohorte` : 'Recherche · Cohorte',
      description: 'Chercher une fiche, une clause, un outil, une rencontre.',
      // Answers to one's own words are no page to list.
      head: q ? '<meta name="robots" content="noindex" />' : '',
      body: framedPage(`<h1>Rechercher</h1>${formHtml(q)}${answer ? answerHtml(q, page, answer) : '<p>Des mots du titre ou du texte, un thème, un article de loi.</p>'}`),
    };
  }
}

const formHtml = (q: string): string =>
  `<form action="/recherche" method="get" role="search"><label for="co-first-q">Ce que vous cherchez</label> <input id="co-first-q" type="search" name="q" value="${text(q)}" maxlength="500" /> <button type="submit">Rechercher</button></form>`;

function stepWords(step: SearchStepTold): string {
  if (step.kind === 'corrected') return step.words.map(({ said, nearest }) => `Réponses pour « ${nearest} », au plus près de « ${said} ».`).join(' ');
  return step.kind === 'without' ? `Aucune page n’a tous les mots : réponses sans ${step.words.map((word) => `« ${word} »`).join(', ')}.` : '';
}

function countWords({ total, isMore }: SearchAnswer): string {
  if (isMore) return `Plus de ${total} réponses`;
  return total === 0 ? 'Aucune réponse' : `${total} réponse${total > 1 ? 's' : ''}`;
}

/** A text whose words that answer stand out. */
function markedHtml(said: string, marks: readonly (readonly [number, number])[]): string {
  let [html, at] = ['', 0];
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > said.length) continue;
    html += `${text(said.slice(at, start))}<mark>${text(said.slice(start, end))}</mark>`;
    at = end;
  }
  return html + text(said.slice(at));
}

/** What has pages is read at the page that says why. */
const addressOf = ({ path, extract }: SearchHit, q: string): string => (extract?.page ? `${path}/lecture?page=${extract.page}&q=${encodeURIComponent(q)}` : path);

const hitHtml = (hit: SearchHit, q: string): string =>
  `<li><a href="${text(addressOf(hit, q))}">${markedHtml(hit.title, hit.titleMarks)}</a>${hit.extract?.page ? ` <span>page ${hit.extract.page}</span>` : ''}${hit.extract ? `<p>${markedHtml(hit.extract.text, hit.extract.marks)}</p>` : ''}</li>`;

function answerHtml(q: string, page: number, answer: SearchAnswer): string {
  const step = stepWords(answer.step);
  const to = (other: number, words: string): string => `<a href="/recherche?q=${encodeURIComponent(q)}&amp;page=${other}">${words}</a>`;
  const turn = [page > 1 ? to(page - 1, 'Résultats précédents') : '', answer.hasMore ? to(page + 1, 'Résultats suivants') : ''].filter(Boolean).join(' ');
  return `<h2>${countWords(answer)}</h2>${step ? `<p>${text(step)}</p>` : ''}<ol start="${(page - 1) * perPage + 1}">${answer.hits.map((hit) => hitHtml(hit, q)).join('')}</ol>${turn ? `<p>${turn}</p>` : ''}`;
}
