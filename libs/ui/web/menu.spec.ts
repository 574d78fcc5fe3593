import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Menu } from './menu';
import { MenuItem } from './menu-item';
import { MenuTrigger } from './menu-trigger';

@Component({
  selector: 'co-try-menu',
  imports: [Menu, MenuItem, MenuTrigger],
  template: `
    <button id="trigger" [coMenuTrigger]="menu">Plus</button>
    <ng-template #menu>
      <co-menu><button coMenuItem (triggered)="done.set('rename')">Renommer</button><button coMenuItem disabled (triggered)="done.set('export')">Exporter</button><button coMenuItem (triggered)="done.set('delete')">Supprimer</button></co-menu>
    </ng-template>
  `,
})
class TryMenu {
  readonly done = signal('');
}

describe('a menu', () => {
  async function shown() {
    const fixture = TestBed.createComponent(TryMenu);
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    await fixture.whenStable();
    const button = host.querySelector<HTMLElement>('#trigger');
    if (!button) throw new Error('no button');
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await fixture.whenStable();
    };
    const focused = () => document.activeElement?.textContent;
    button.focus();
    return { fixture, host, button, press, focused };
  }

  it('opens with the arrow on its first item, moves round, and gives the focus back on Esc', async () => {
    const { host, button, press, focused } = await shown();
    await press('ArrowDown');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe('Renommer');
    await press('ArrowUp');
    expect(focused()).toBe('Supprimer');
    await press('e');
    expect(focused()).toBe('Exporter');
    await press('Escape');
    expect(host.querySelector('co-menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('does the act once, then closes', async () => {
    const { fixture, host, button, press } = await shown();
    await press('ArrowUp');
    (document.activeElement as HTMLElement).click();
    await fixture.whenStable();
    expect(fixture.componentInstance.done()).toBe('delete');
    expect(host.querySelector('co-menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('does nothing on a disabled item, and closes on a press outside', async () => {
    const { fixture, host, button } = await shown();
    button.click();
    await fixture.whenStable();
    host.querySelectorAll<HTMLElement>('[role=menuitem]')[1]?.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.done()).toBe('');
    expect(host.querySelector('co-menu')).not.toBeNull();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await fixture.whenStable();
    expect(host.querySelector('co-menu')).toBeNull();
  });
});
