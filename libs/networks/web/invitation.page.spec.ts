import { TestBed } from '@angular/core/testing';
import { acceptInvitation, type InvitationView, viewInvitation } from '@cohorte/networks/contract';
import { ApiError } from '@cohorte/platform/web';
import { EnterApp } from './enter-app';
import { InvitationPage } from './invitation.page';
import { AnsweringApi, anInvitation, arrange } from './networks-web.fixtures';

const token = 'a'.repeat(43);

async function opened(view: () => InvitationView, accept: (input: Record<string, unknown>) => unknown = () => ({ spaceId: 's', spaceKind: 'structure', signedIn: true })) {
  const api = new AnsweringApi().on(viewInvitation, view).on(acceptInvitation, accept);
  const entered: string[] = [];
  await arrange(api, [{ provide: EnterApp, useValue: { at: (kind: string, id: string) => entered.push(`${kind} ${id}`) } }]);
  const fixture = TestBed.createComponent(InvitationPage);
  fixture.componentRef.setInput('token', token);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const press = async (): Promise<void> => {
    host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };
  const write = (text: string): void => {
    const field = host.querySelector('input') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  return { api, host, entered, press, write };
}

const accepted = (api: AnsweringApi) => api.calls.filter((call) => call.path === acceptInvitation.path).map((call) => call.input);

it('opening the link shows who invites to what and accepts nothing', async () => {
  const { api, host } = await opened(() => anInvitation());
  expect(host.textContent).toContain('Claire Morel vous invite dans l’espace de');
  expect(host.querySelector('h1')?.textContent).toBe('CH de Dieppe');
  expect(host.textContent).toContain('mardi 15 octobre 2024');
  expect(accepted(api)).toEqual([]);
});

it('a newcomer gives a name, presses, and arrives in the space', async () => {
  const { api, entered, press, write } = await opened(() => anInvitation());
  write('  Lucie Durand ');
  await press();
  expect(accepted(api)).toEqual([{ token, name: 'Lucie Durand' }]);
  expect(entered).toEqual(['structure s']);
});

it('someone with an account is asked for no name', async () => {
  const { host } = await opened(() => anInvitation({ needsName: false }));
  expect(host.querySelector('input')).toBeNull();
});

it('a refusal is said on the page, and what was typed stays', async () => {
  const { host, press, write } = await opened(() => anInvitation(), () => {
    throw new ApiError({ kind: 'forbidden', code: 'networks.invitation-other-address', details: { email: 'lucie@exemple.fr' } });
  });
  write('Lucie');
  await press();
  expect(host.textContent).toContain('Cette invitation est pour lucie@exemple.fr');
  expect(host.querySelector('input')?.value).toBe('Lucie');
});

it('a dead link says why and leads to signing in', async () => {
  const { host } = await opened(() => {
    throw new ApiError({ kind: 'gone', code: 'networks.invitation-expired' });
  });
  expect(host.textContent).toContain('Cette invitation a expiré');
  expect(host.querySelector('a')?.getAttribute('href')).toBe('/connexion');
});

it('with a second factor, the person is sent to it', async () => {
  const { host, entered, press } = await opened(() => anInvitation({ needsName: false }), () => ({ spaceId: 's', spaceKind: 'structure', signedIn: false }));
  await press();
  expect(entered).toEqual([]);
  expect(host.querySelector('a')?.getAttribute('href')).toBe('/connexion/second-facteur');
});
