import { inject, Injectable } from '@angular/core';
import { UiWords } from '@cohorte/ui/web/ui-words';
import type { IconName } from '@cohorte/ui/web/icons';
import { type Facet, facetTerms } from '../contract/facets';
import type { ResourceCard } from '../contract/resource';
import { formsByKind, kindOfForm, type ResourceKind, type Term, termLabel } from '../contract/taxonomies';

const icons: Record<ResourceKind, IconName> = {
  document: 'file-text', clause: 'quote', tool: 'list-checks', replay: 'video', regulation: 'landmark', 'published-spaser': 'book-open', course: 'presentation', experience: 'message-square', question: 'circle-help',
};

export const kindIcon = (kind: ResourceKind): IconName => icons[kind];

/** The words of controlled lists in the language of the page. */
@Injectable({ providedIn: 'root' })
export class ResourceWords {
  private readonly ui = inject(UiWords);

  of(facet: Facet, key: string): string {
    return facet === 'tag' ? key : this.term(facetTerms[facet], key);
  }

  all(facet: Facet, keys: readonly string[]): string[] {
    return keys.map((key) => this.of(facet, key));
  }

  term(list: readonly Term[], key: string): string {
    return termLabel(list, key, this.ui.language());
  }

  form(form: string): string {
    return this.term(formsByKind[kindOfForm(form)], form);
  }

  /** «Fiche méthode · CGDD · 2023» */
  line({ form, publisher, year }: Pick<ResourceCard, 'form' | 'publisher' | 'year'>): string {
    return [this.form(form), publisher, year].filter(Boolean).join(' · ');
  }

  /** «17 octobre 2024» of a civil day or an instant. */
  day(iso: string): string {
    const zone = iso.length === 10 ? 'UTC' : 'Europe/Paris';
    return new Intl.DateTimeFormat(this.ui.language() === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));
  }
}
