import { inject, Injectable } from '@angular/core';
import { listDrafts } from '@cohorte/drafts/contract';
import { plain } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';
import { listCohorts } from '@cohorte/tracks/contract';
import type { Command } from '@cohorte/ui/web/command-palette.service';
import type { IconName } from '@cohorte/ui/web/icons';
import { TranslocoService } from '@jsverse/transloco';
import { MyPlacesStore } from './my-places.store';

/** More of one kind would push the other kinds out of the list. */
const shownOfKind = 6;
/** The palette asks at each letter; the lists change slowly. */
const freshMs = 30_000;

/** Every word written must begin a word of the label, accents aside. */
export function matches(label: string, query: string): boolean {
  const words = plain(label).split(/[^a-z0-9]+/);
  return plain(query).split(/\s+/).filter(Boolean).every((part) => words.some((word) => word.startsWith(part)));
}

/** What Ctrl+K reaches beside what it finds among contents: pages, my cohorts, and before anything is typed my drafts. */
@Injectable({ providedIn: 'root' })
export class PaletteCommands {
  private readonly api = inject(ApiClient);
  private readonly transloco = inject(TranslocoService);
  private readonly places = inject(MyPlacesStore);
  private readonly kept = new Map<string, { at: number; commands: Promise<readonly Command[]> }>();

  readonly providers = [
    (query: string) => Promise.resolve(this.chosen(this.pages(), query)),
    (query: string) => this.fresh('cohorts', () => this.cohorts()).then((found) => this.chosen(found, query)),
    // Once something is typed, documents are found by their text too, with all other contents.
    (query: string) => (query ? Promise.resolve([]) : this.fresh('drafts', () => this.drafts()).then((found) => this.chosen(found, query))),
  ];

  private chosen(commands: readonly Command[], query: string): readonly Command[] {
    return commands.filter((command) => matches(`${command.label} ${command.hint ?? ''}`, query)).slice(0, shownOfKind);
  }

  private fresh(kind: string, load: () => Promise<readonly Command[]>): Promise<readonly Command[]> {
    const known = this.kept.get(kind);
    if (known && Date.now() - known.at < freshMs) return known.commands;
    const commands = load();
    commands.catch(() => this.kept.delete(kind));
    this.kept.set(kind, { at: Date.now(), commands });
    return commands;
  }

  private say(key: string): string {
    return this.transloco.translate(`shell.${key}`);
  }

  private pages(): readonly Command[] {
    const page = (label: string, icon: IconName, link: string): Command => ({ id: `page-${link}`, label, hint: this.say('palette.page'), icon, link });
    return [
      page(this.say('nav.home'), 'house', '/accueil'),
      page(this.say('nav.cohorts'), 'route', '/parcours'),
      page(this.say('nav.agenda'), 'calendar-days', '/agenda'),
      page(this.say('nav.documents'), 'file-text', '/documents'),
      page(this.say('nav.resources'), 'library', '/ressources'),
      ...this.places.networks().map((network) => ({ ...page(network.name, 'users', `/reseaux/${network.id}`), hint: this.say('palette.network') })),
      page(this.say('palette.profile'), 'circle-user', '/profil'),
    ];
  }

  private async cohorts(): Promise<readonly Command[]> {
    const { cohorts } = await this.api.call(listCohorts, {});
    return cohorts.map(({ id, name }) => ({ id: `cohort-${id}`, label: name, hint: this.say('palette.cohort'), icon: 'route', link: `/parcours/${id}` }));
  }

  private async drafts(): Promise<readonly Command[]> {
    const { drafts } = await this.api.call(listDrafts, {});
    return drafts.map(({ id, title, ownerName }) => ({ id: `draft-${id}`, label: title, hint: `${this.say('palette.draft')} · ${ownerName}`, icon: 'file-pen', link: `/documents/${id}` }));
  }
}
