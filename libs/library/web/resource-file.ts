import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FileFamily } from '../contract/file-types';
import type { ResourcePage } from '../contract/resource';
import { downloadAddress, thumbnailAddress } from './file-address';
import { fileIcon } from './file-icon';
import { familyOf, FileWords } from './file-words';

/** What reading is called, by what there is to read. */
const verbs: Partial<Record<FileFamily, string>> = { video: 'watch', audio: 'listen', image: 'see' };
const seen: readonly FileFamily[] = ['video', 'audio', 'image'];

/** The document of a resource: its first page, what it is, the ways to read it and to take it away. */
@Component({
  selector: 'co-resource-file',
  imports: [Banner, Button, Icon, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.file'">
      @if (resource().coming; as coming) {
        @if (coming.state === 'refused') {<co-banner tone="needs-you" [heading]="t('comingRefused')">{{ t('problems.' + (coming.problem ?? 'corrupt')) }} {{ resource().file ? t('comingKept') : '' }}</co-banner>}
        @else {<co-banner tone="info" [heading]="t(resource().file ? 'coming' : 'waiting')">{{ resource().file ? t('comingText', { name: coming.name }) : t('waitingText') }}</co-banner>}
      }
      @if (resource().file; as file) {
        @switch (file.state) {
          @case ('refused') {<co-banner tone="needs-you" [heading]="t('refused')">{{ t('problems.' + (file.problem ?? 'corrupt')) }}</co-banner>}
          @case ('waiting') {<co-banner tone="info" [heading]="t('waiting')">{{ t('waitingText') }}</co-banner>}
          @default {
            <section aria-labelledby="co-file">
              @if (file.hasThumbnail) {<div class="first"><img alt="" decoding="async" [src]="thumbnail()" /></div>}
              @else {<div class="first none"><co-icon [name]="icon()" size="large" /></div>}
              <div class="what">
                <h2 id="co-file">{{ file.name }}</h2>
                <p class="soft">{{ words.line(file) }}</p>
                <div class="acts co-no-print">
                  @if (mayRead()) {<a coButton variant="primary" [routerLink]="['/ressources', resource().slug, 'lecture']" [queryParams]="older()"><co-icon [name]="verb() === 'read' ? 'book-open' : verb() === 'see' ? 'image' : 'play'" />{{ t(verb()) }}</a>}
                  <a coButton [variant]="mayRead() ? 'secondary' : 'primary'" [href]="download()" download><co-icon name="download" />{{ t('download') }}</a>
                </div>
                @if (file.remarks.length) {<ul role="list" [attr.aria-label]="t('remarksTitle')">@for (one of file.remarks; track one) {<li><co-icon name="info" size="small" />{{ t('remarks.' + one) }}</li>}</ul>}
              </div>
            </section>
          }
        }
      }
    </ng-container>
  `,
  styles: `
    :host { display: block; max-width: 46rem; }
    :host:has(*) { margin-bottom: var(--co-space-6); }
    co-banner + *, section + * { margin-top: var(--co-space-4); }
    section { display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: var(--co-space-5); align-items: start; padding: var(--co-card-pad); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); background: var(--co-surface); }
    .first { display: grid; place-items: center; width: 116px; height: 150px; border: 1px solid var(--co-hairline); border-radius: 4px; background: var(--co-sunk); overflow: hidden; }
    .first img { width: 100%; height: 100%; object-fit: contain; }
    .none { color: var(--co-green); }
    h2 { font-size: var(--co-text-m); overflow-wrap: anywhere; }
    .soft { color: var(--co-soft); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); margin-top: var(--co-space-3); }
    ul { display: grid; gap: var(--co-space-1); margin-top: var(--co-space-3); color: var(--co-soft); font-size: var(--co-text-xs); }
    li { display: flex; gap: var(--co-space-2); }
    li co-icon { margin-top: 3px; }
    @media (max-width: 480px) { section { grid-template-columns: minmax(0, 1fr); } .first { width: 92px; height: 119px; } .acts a { flex: 1 1 auto; } }
  `,
})
export class ResourceDocument {
  readonly resource = input.required<ResourcePage>();
  protected readonly words = inject(FileWords);
  private readonly family = computed(() => {
    const { file } = this.resource();
    return file ? familyOf(file) : null;
  });
  protected readonly verb = computed(() => verbs[this.family() ?? 'text'] ?? 'read');
  protected readonly mayRead = computed(() => (this.resource().file?.pages ?? 0) > 0 || seen.includes(this.family() ?? 'text'));
  protected readonly icon = computed(() => fileIcon(this.resource().file?.type ?? null));
  protected readonly thumbnail = computed(() => thumbnailAddress(this.resource()));
  protected readonly download = computed(() => downloadAddress(this.resource()));
  protected readonly older = computed(() => {
    const { edition, latestEdition } = this.resource();
    return edition && edition !== latestEdition ? { version: edition } : {};
  });
}
