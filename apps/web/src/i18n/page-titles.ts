import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** A route's `title` is a key of the catalogue; pages with a name of their own set it once they know it. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly transloco = inject(TranslocoService);

  override updateTitle(state: RouterStateSnapshot): void {
    const key = this.buildTitle(state);
    if (!key) return this.title.setTitle('Cohorte');
    const words = key.includes(' ') ? key : this.transloco.translate(key);
    this.title.setTitle(words.endsWith('Cohorte') ? words : `${words} · Cohorte`);
  }
}
