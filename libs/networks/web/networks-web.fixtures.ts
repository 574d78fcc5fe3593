import { type Provider, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { InvitationView, MemberCard } from '@cohorte/networks/contract';
import type { Endpoint } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { of } from 'rxjs';
import { networksFr } from './i18n/fr';

type Answer = (input: Record<string, unknown>) => unknown;

/** Stands for the server: answers by endpoint, remembers what it was asked. */
export class AnsweringApi {
  readonly calls: { path: string; input: Record<string, unknown> }[] = [];
  private readonly answers = new Map<string, Answer>();

  on(endpoint: Endpoint, answer: Answer): this {
    this.answers.set(`${endpoint.method} ${endpoint.path}`, answer);
    return this;
  }

  call = async (endpoint: Endpoint, input: Record<string, unknown>): Promise<unknown> => {
    this.calls.push({ path: endpoint.path, input });
    const answer = this.answers.get(`${endpoint.method} ${endpoint.path}`);
    if (!answer) throw new Error(`No answer prepared for ${endpoint.path}`);
    return answer(input);
  };
}

export async function arrange(api = new AnsweringApi(), more: Provider[] = []): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideRouter([]),
      provideTransloco({ config: { availableLangs: ['fr'], defaultLang: 'fr', prodMode: true }, loader: class { getTranslation = () => of({ networks: networksFr }); } }),
      { provide: ApiClient, useValue: api },
      ...more,
    ],
  });
  await new Promise<void>((done) => TestBed.inject(TranslocoService).load('fr').subscribe(() => done()));
}

export const aMember = (change: Partial<MemberCard> = {}): MemberCard => ({
  membershipId: '0190a0a0-0000-7000-8000-000000000001',
  personId: '0190a0a0-0000-7000-8000-000000000002',
  name: 'Lucie Durand',
  function: null,
  role: 'member',
  since: '2024-10-01T09:00:00.000Z',
  isMe: false,
  ...change,
});

export const anInvitation = (change: Partial<InvitationView> = {}): InvitationView => ({
  spaceKind: 'structure', spaceName: 'CH de Dieppe', role: 'lead', invitedBy: 'Claire Morel', email: 'lucie@exemple.fr', expiresAt: '2024-10-15T09:00:00.000Z', needsName: true, ...change,
});
