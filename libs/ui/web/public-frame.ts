import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Button } from './button';
import { Logo } from './logo';
import { SkipLink } from './skip-link';
import { UiWords } from './ui-words';

export interface FrameLink {
  label: string;
  link: string;
}

/** The frame of public pages: the name, what anyone may read, the way in, the legal links. `[coHeader]` adds to the head. */
@Component({
  selector: 'co-public-frame',
  imports: [Button, Logo, RouterLink, RouterLinkActive, SkipLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-skip-link target="co-main" />
    <header>
      <a class="home" routerLink="/" [attr.aria-label]="ui.words().home"><co-logo /></a>
      @if (sections().length) {
        <nav [attr.aria-label]="ui.words().sectionsNav">
          <ul role="list">@for (item of sections(); track item.link) {<li><a [routerLink]="item.link" routerLinkActive="here" ariaCurrentWhenActive="page">{{ item.label }}</a></li>}</ul>
        </nav>
      }
      <ng-content select="[coHeader]" />
      @if (signInLink(); as path) {<a coButton [routerLink]="path">{{ ui.words().signIn }}</a>}
    </header>
    <main id="co-main" tabindex="-1"><ng-content /></main>
    <footer>
      <nav [attr.aria-label]="ui.words().footerNav">
        <ul role="list">@for (item of footer(); track item.link) {<li><a [routerLink]="item.link">{{ item.label }}</a></li>}</ul>
      </nav>
      <ng-content select="[coFooter]" />
    </footer>
  `,
  styles: `
    :host { display: flex; flex-direction: column; min-height: 100dvh; }
    header { display: flex; align-items: center; gap: var(--co-space-4); min-height: 64px; padding: var(--co-space-2) max(var(--co-space-6), (100% - var(--co-column)) / 2); border-bottom: 1px solid var(--co-hairline); background: var(--co-surface); }
    .home { display: inline-flex; align-items: center; min-height: 40px; text-decoration: none; }
    header nav { margin: 0 auto 0 var(--co-space-6); }
    header li a { display: inline-flex; align-items: center; min-height: 44px; padding-inline: var(--co-space-2); color: var(--co-ink); text-decoration: none; font-weight: 600; }
    header li a:hover, header li .here { color: var(--co-green); text-decoration: underline; text-underline-offset: 6px; text-decoration-thickness: 2px; }
    main { flex: 1; outline: none; padding: var(--co-space-10) max(var(--co-space-6), (100% - var(--co-column)) / 2) var(--co-space-16); }
    footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--co-space-3) var(--co-space-6); padding: var(--co-space-5) max(var(--co-space-6), (100% - var(--co-column)) / 2); border-top: 1px solid var(--co-hairline); font-size: var(--co-text-xs); color: var(--co-soft); }
    ul { list-style: none; display: flex; flex-wrap: wrap; gap: var(--co-space-1) var(--co-space-5); }
    footer li a { color: var(--co-soft); display: inline-block; min-height: 24px; line-height: 24px; }
    @media (max-width: 600px) { header { flex-wrap: wrap; gap: var(--co-space-1); } .home { margin-right: auto; } header nav { order: 1; flex-basis: 100%; margin: 0 calc(-1 * var(--co-space-2)); } header ul { gap: 0; } header, main, footer { padding-inline: var(--co-space-4); } main { padding-top: var(--co-space-6); } }
    @media print { header, footer { display: none; } main { padding: 0; } }
  `,
})
export class PublicFrame {
  readonly footer = input<readonly FrameLink[]>([]);
  /** What anyone may read, in the head. */
  readonly sections = input<readonly FrameLink[]>([]);
  /** Empty hides the link: on the sign-in page itself. */
  readonly signInLink = input('/connexion');
  protected readonly ui = inject(UiWords);
}
