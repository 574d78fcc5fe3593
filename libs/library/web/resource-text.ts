import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@cohorte/ui/web/button';
import { CopyButton } from '@cohorte/ui/web/copy-button';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ResourcePage } from '../contract/resource';
import { clauseToPaste } from '../contract/resource.rules';
import { phaseTerms } from '../contract/taxonomies';
import { ResourceWords } from './resource-words';

/** What there is to read: the summary, the clause ready to be copied, the text, the way to the document. */
@Component({
  selector: 'co-resource-text',
  imports: [Button, CopyButton, Icon, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article *transloco="let t; prefix: 'library'" [attr.lang]="resource().language">
      @if (summary(); as summary) {<p class="summary">{{ summary }}</p>}
      @if (resource().link; as link) {
        <p><a coButton variant="primary" [href]="link" target="_blank" rel="noopener noreferrer"><co-icon name="external-link" />{{ t('openLink', { host: host() }) }}</a></p>
      }
      @if (resource().transcript && !resource().file) {<p class="co-no-print"><a coButton [routerLink]="['/ressources', resource().slug, 'lecture']"><co-icon name="text" />{{ t('file.readSaid') }}</a></p>}
      @if (resource().clause; as clause) {
        <section class="clause" aria-labelledby="co-clause">
          <header><div><h2 id="co-clause">{{ t('clause.title') }}</h2><p class="soft">{{ words.term(phases, clause.phase) }} · {{ t('clause.edition', { number: resource().edition }) }}</p></div>
            <co-copy-button class="co-no-print" [text]="pasted()" [label]="t('clause.copy')" /></header>
          <blockquote>{{ clause.text }}</blockquote>
          <p class="soft co-no-print">{{ t('clause.copyHelp') }}</p>
        </section>
        @if (clause.interest) {<section><h2>{{ t('clause.interest') }}</h2><p>{{ clause.interest }}</p></section>}
        @if (clause.watchPoints.length) {<section><h2>{{ t('clause.watch') }}</h2><ul>@for (point of clause.watchPoints; track point) {<li>{{ point }}</li>}</ul></section>}
        @if (clause.contributor) {<p class="soft">{{ t('clause.contributor', { name: clause.contributor }) }}</p>}
      }
      @for (paragraph of paragraphs(); track $index) {<p class="said">{{ paragraph }}</p>}
      @if (resource().licence === 'notice') {<p class="soft">{{ t('noticeOnly') }}</p>}
    </article>
  `,
  styles: `
    article { display: grid; gap: var(--co-space-5); max-width: 46rem; overflow-wrap: anywhere; }
    .summary { font-size: var(--co-text-m); text-wrap: pretty; white-space: pre-line; }
    .said { white-space: pre-line; }
    h2 { font-size: var(--co-text-l); margin-bottom: var(--co-space-1); }
    .clause { padding: var(--co-card-pad); border: 1px solid var(--co-hairline); border-left: 4px solid var(--co-green); border-radius: var(--co-radius-card); background: var(--co-surface); }
    .clause header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-start; gap: var(--co-space-3); }
    blockquote { margin: var(--co-space-3) 0; font-size: var(--co-text-m); line-height: 1.6; white-space: pre-line; }
    ul { padding-left: 1.3em; }
    li + li { margin-top: var(--co-space-1); }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
    @media print { a[href^='http']::after { content: ' (' attr(href) ')'; } }
  `,
})
export class ResourceText {
  readonly resource = input.required<ResourcePage>();
  protected readonly words = inject(ResourceWords);
  private readonly document = inject(DOCUMENT);
  protected readonly phases = phaseTerms;
  /** A clause whose summary is its interest says it once. */
  protected readonly summary = computed(() => (this.resource().summary === this.resource().clause?.interest ? '' : this.resource().summary));
  protected readonly paragraphs = computed(() => this.resource().content.split(/\n{2,}/).filter(Boolean));
  protected readonly host = computed(() => (URL.canParse(this.resource().link ?? '') ? new URL(this.resource().link ?? '').host.replace(/^www\./, '') : ''));
  protected readonly pasted = computed(() => {
    const { clause, title, edition, networkName, legal, slug } = this.resource();
    return clauseToPaste({ title, edition, networkName, legal, text: clause?.text ?? '', contributor: clause?.contributor ?? '', address: `${this.document.location.origin}/ressources/${slug}?version=${edition}` });
  });
}
