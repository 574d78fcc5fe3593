import { type EnvironmentProviders, type Provider, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import type { Endpoint } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { of } from 'rxjs';
import { identityFr } from './i18n/fr';

type Answer = (input: Record<string, unknown>) => unknown;

/** Stands for the server: answers by path, remembers what it was asked. */
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

  asked(endpoint: Endpoint): Record<string, unknown>[] {
    return this.calls.filter(({ path }) => path === endpoint.path).map(({ input }) => input);
  }
}

export const visitorAnswer = { status: 'visitor', person: null, secondFactor: null };

export const memberAnswer = {
  status: 'signed-in',
  person: {
    id: '0190a0a0-0000-7000-8000-000000000001', name: 'Solène Prigent', email: 'solene@chu.example', jobTitle: '', language: 'fr',
    preferences: { theme: 'system', textSize: 'normal', motion: 'system', density: 'comfortable' },
  },
  secondFactor: { totp: false, passkeys: 0, asked: false, canPostpone: false },
};

export async function arrange(api: AnsweringApi, routes: Routes = [], more: (Provider | EnvironmentProviders)[] = []): Promise<Router> {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideRouter(routes),
      provideTransloco({ config: { availableLangs: ['fr'], defaultLang: 'fr', prodMode: true }, loader: class { getTranslation = () => of({ identity: identityFr }); } }),
      { provide: ApiClient, useValue: api },
      ...more,
    ],
  });
  await new Promise<void>((done) => TestBed.inject(TranslocoService).load('fr').subscribe(() => done()));
  return TestBed.inject(Router);
}
