import { inject, Injectable } from '@angular/core';
import { dateTimeWords, timeWords } from '@cohorte/ui/web/date-words';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import type { DraftPerson } from '../../contract/draft';
import type { ChangeKind, DraftVersion, LineAuthor, VersionMoment } from '../../contract/versions/draft-version';
import type { VersionSayings } from './version-nodes';
import { distinctTints } from './version-tints';

/** How versions, changes and authors are said. */
@Injectable({ providedIn: 'root' })
export class VersionWords {
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);

  word(key: string, params: Record<string, string | number> = {}): string {
    return this.transloco.translate(`drafts.versions.${key}`, params);
  }

  when(at: string): string {
    return dateTimeWords(at, this.ui.language());
  }

  /** «14 h 05 – 15 h 20», or one moment when the work was short. */
  span({ startedAt, endedAt }: DraftVersion): string {
    const language = this.ui.language();
    const [from, to] = [timeWords(startedAt, language), timeWords(endedAt, language)];
    return from === to ? to : this.word('span', { from, to });
  }

  /** What a version is called in a list: its name, else what it is, else its hours. */
  title(version: DraftVersion): string {
    if (version.name !== null) return version.name;
    if (version.seq === 1) return this.word('first');
    if (version.kind === 'restored') return this.word('restored');
    return version.kind === 'before-restore' ? this.word('beforeRestore') : this.span(version);
  }

  /** «Envoyée, version du jeudi 17 octobre 2024 à 14 h» */
  moment({ name, at }: VersionMoment): string {
    return name === null ? this.word('sheet.reading', { when: this.when(at) }) : this.word('sheet.named', { name, when: this.when(at) });
  }

  /** Null is the application's first text; no name is an account that is no more. */
  sayings(people: readonly DraftPerson[]): VersionSayings {
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    const nameOf = (personId: string | null): string => (personId === null ? this.word('nobody') : names.get(personId) || this.word('gone'));
    const tints = distinctTints([...new Set(people.map(({ personId }) => nameOf(personId)))]);
    const tintOf: VersionSayings['tintOf'] = (personId) => (personId === null ? 'none' : (tints.get(nameOf(personId)) ?? 'none'));
    return { nameOf, tintOf, change: (kind, name, at) => this.change(kind, name, at), authors: (line) => this.authors(line, nameOf) };
  }

  private change(kind: ChangeKind, name: string, at: string): string {
    return this.word('change.when', { what: this.word(`change.${kind}`, { name }), when: this.when(at) });
  }

  private authors(line: readonly LineAuthor[], nameOf: VersionSayings['nameOf']): string {
    if (line.length === 1) return nameOf(line[0]?.personId ?? null);
    return line.map(({ personId, share }) => this.word('share', { name: nameOf(personId), percent: Math.max(1, Math.round(share * 100)) })).join(', ');
  }
}
