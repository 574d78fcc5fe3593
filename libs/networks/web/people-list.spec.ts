import { TestBed } from '@angular/core/testing';
import type { MemberCard, MemberRole } from '@cohorte/networks/contract';
import { aMember, arrange } from './networks-web.fixtures';
import { PeopleList } from './people-list';

async function shown(people: MemberCard[], canManage: boolean, grantable: MemberRole[] = []) {
  await arrange();
  const fixture = TestBed.createComponent(PeopleList);
  fixture.componentRef.setInput('people', people);
  fixture.componentRef.setInput('canManage', canManage);
  fixture.componentRef.setInput('grantable', grantable);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const open = async (): Promise<string[]> => {
    host.querySelector<HTMLButtonElement>('button')?.click();
    await fixture.whenStable();
    return [...document.querySelectorAll('[coMenuItem]')].map((item) => item.textContent?.trim() ?? '');
  };
  return { host, open };
}

it('says the name, the role and which line is the reader’s', async () => {
  const { host } = await shown([aMember({ role: 'lead', isMe: true, function: 'Directrice des achats' })], false);
  expect(host.textContent).toContain('Lucie Durand (vous)');
  expect(host.textContent).toContain('Directrice des achats');
  expect(host.textContent).toContain('Référent·e');
});

it('someone who may not manage acts on their own line only', async () => {
  const { host } = await shown([aMember(), aMember({ membershipId: 'mine', isMe: true })], false);
  expect(host.querySelectorAll('button')).toHaveLength(1);
});

it('a lead may change a member’s role, hand the lead over, or remove them', async () => {
  const { open } = await shown([aMember()], true, ['lead', 'member', 'expert', 'guest']);
  expect(await open()).toEqual(['Donner le rôle d’expert·e', 'Confier le rôle de référent·e', 'Retirer']);
});

it('an animator hands the lead over and removes, and chooses no other role inside a structure', async () => {
  const { open } = await shown([aMember()], true, ['lead']);
  expect(await open()).toEqual(['Confier le rôle de référent·e', 'Retirer']);
});

it('an erased person is shown without a name', async () => {
  const { host } = await shown([aMember({ name: null })], false);
  expect(host.textContent).toContain('Membre supprimé');
});
