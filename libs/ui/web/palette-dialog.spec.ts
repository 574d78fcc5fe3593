import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { CommandPalette, type Command } from './command-palette.service';
import { DialogRef } from './dialog-ref';
import { PaletteDialog } from './palette-dialog';

const pages: Command[] = [
  { id: 'a', label: 'Parcours', link: '/parcours' },
  { id: 'b', label: 'Partager', run: jest.fn() },
  { id: 'c', label: 'Paramètres', link: ['/compte', 'reglages'] },
];

describe('the command palette', () => {
  const close = jest.fn();
  const router = { navigateByUrl: jest.fn(), navigate: jest.fn() };

  beforeEach(() => {
    jest.clearAllMocks();
    TestBed.configureTestingModule({ providers: [{ provide: DialogRef, useValue: { close } }, { provide: Router, useValue: router }] });
  });

  async function shown(...providers: ((query: string) => Promise<readonly Command[]>)[]) {
    const palette = TestBed.inject(CommandPalette);
    for (const provider of providers) palette.register(provider);
    const fixture = TestBed.createComponent(PaletteDialog);
    const element = fixture.nativeElement as HTMLElement;
    const settle = async () => {
      await new Promise((done) => setTimeout(done, 160));
      await fixture.whenStable();
    };
    await settle();
    const box = element.querySelector<HTMLInputElement>('input');
    if (!box) throw new Error('no box');
    const press = (key: string) => box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const chosen = () => element.querySelector(`#${box.getAttribute('aria-activedescendant')}`)?.querySelector('.label')?.textContent;
    const type = async (text: string) => {
      box.value = text;
      box.dispatchEvent(new Event('input'));
      await settle();
    };
    return { fixture, element, box, press, chosen, type };
  }

  it('moves with the arrows, round both ends, while the focus stays in the box', async () => {
    const { fixture, press, chosen } = await shown(() => Promise.resolve(pages));
    expect(chosen()).toBe('Parcours');
    press('ArrowUp');
    await fixture.whenStable();
    expect(chosen()).toBe('Paramètres');
    press('ArrowDown');
    press('ArrowDown');
    await fixture.whenStable();
    expect(chosen()).toBe('Partager');
  });

  it('opens the chosen page with Enter and closes', async () => {
    const { press } = await shown(() => Promise.resolve(pages));
    press('Enter');
    expect(router.navigateByUrl).toHaveBeenCalledWith('/parcours');
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('runs an act with Enter', async () => {
    const { press } = await shown(() => Promise.resolve(pages));
    press('ArrowDown');
    press('Enter');
    expect(pages[1]?.run).toHaveBeenCalledTimes(1);
  });

  it('says that nothing matches, and Enter then does nothing', async () => {
    const { element, press, type, box } = await shown((query) => Promise.resolve(query ? [] : pages));
    await type('xyz');
    expect(element.querySelector('[role=status]')?.textContent).toContain('Rien ne correspond');
    expect(box.getAttribute('aria-activedescendant')).toBeNull();
    press('Enter');
    expect(close).not.toHaveBeenCalled();
  });

  it('shows what answered when another provider fails, and says so when all fail', async () => {
    const broken = () => Promise.reject(new Error('down'));
    const both = await shown(broken, () => Promise.resolve(pages));
    expect(both.element.querySelectorAll('[role=option]')).toHaveLength(3);
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [{ provide: Router, useValue: router }] });
    const alone = await shown(broken);
    expect(alone.element.querySelector('[role=status]')?.textContent).toContain('n’a pas répondu');
  });

  it('shows the last question’s answer even when an older one comes later', async () => {
    const late = (query: string) => new Promise<readonly Command[]>((answer) => setTimeout(() => answer([{ id: query, label: query || 'début' }]), query === 'lent' ? 400 : 5));
    const { element, type } = await shown(late);
    await type('lent');
    await type('vif');
    await new Promise((done) => setTimeout(done, 450));
    expect(element.querySelector('[role=option] .label')?.textContent).toBe('vif');
  });

  it('shows what is found among contents with its tabs, keeps the question, and asks it again', async () => {
    localStorage.clear();
    const asked: string[] = [];
    TestBed.inject(CommandPalette).finder = (query, tab) => {
      asked.push(`${query}/${tab}`);
      const hit: Command = { id: 'h', label: 'Béton de chanvre', labelMarks: [[9, 16]], extract: { text: 'Isole les murs.', marks: [] }, link: '/ressources/beton' };
      return Promise.resolve({ tabs: [{ id: 'library', label: 'Ressources', count: 3, isMore: true }], commands: [hit], note: 'Compris ainsi.', all: null });
    };
    const { element, type, press, box, fixture } = await shown(() => Promise.resolve(pages));
    await type('chanvre');
    expect(element.querySelector('mark')?.textContent).toBe('chanvre');
    expect(element.querySelector('.note')?.textContent).toBe('Compris ainsi.');
    const [, resources] = element.querySelectorAll<HTMLButtonElement>('.tabs button');
    expect(resources?.textContent?.trim()).toBe('Ressources 3+');
    resources?.click();
    await fixture.whenStable();
    expect(asked).toEqual(['chanvre/', 'chanvre/library']);
    expect(element.querySelectorAll('[role=option]')).toHaveLength(1);
    press('Enter');
    expect(router.navigateByUrl).toHaveBeenCalledWith('/ressources/beton');
    await type('');
    press('Enter');
    await fixture.whenStable();
    expect(box.value).toBe('chanvre');
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('says so when the contents do not answer, and still leads to pages', async () => {
    TestBed.inject(CommandPalette).finder = () => Promise.reject(new Error('offline'));
    const { element, type } = await shown(() => Promise.resolve(pages));
    await type('par');
    expect(element.querySelector('.note')?.textContent).toContain('n’a pas répondu');
    expect(element.querySelectorAll('[role=option]')).toHaveLength(3);
  });
});
