import { inject, Injectable, signal } from '@angular/core';
import { plain } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';
import type { DraftPerson } from '../contract/draft';
import { listDraftPeople } from '../contract/drafts.contract';

const comparable = (text: string): string => plain(text).replaceAll('’', "'").trim();
const shown = 8;

/** Those whose first or last name begins like what was typed, accents and case apart; a full name may be typed too. */
export function peopleMatching(people: readonly DraftPerson[], typed: string): DraftPerson[] {
  const wanted = comparable(typed);
  return people.filter(({ name }) => comparable(name).startsWith(wanted) || comparable(name).split(/[\s-]+/).some((word) => word.startsWith(wanted))).slice(0, shown);
}

/** The people who may be named in one draft, asked of the server each time the list opens. */
@Injectable()
export class DraftReaders {
  readonly people = signal<readonly DraftPerson[] | null>(null);
  readonly failed = signal(false);
  private readonly api = inject(ApiClient);

  async load(draftId: string): Promise<void> {
    try {
      this.people.set((await this.api.call(listDraftPeople, { draftId })).people);
      this.failed.set(false);
    } catch {
      this.failed.set(this.people() === null);
    }
  }
}
