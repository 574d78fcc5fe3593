import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from './button';

@Component({ selector: 'co-try-button', imports: [Button], template: `<button coButton [loading]="busy()" (click)="presses.set(presses() + 1)">Enregistrer</button>` })
class TryButton {
  readonly busy = signal(false);
  readonly presses = signal(0);
}

describe('a button', () => {
  it('lets no press through while it is loading, and keeps its name', async () => {
    const fixture = TestBed.createComponent(TryButton);
    await fixture.whenStable();
    const button = (fixture.nativeElement as HTMLElement).querySelector('button');
    button?.click();
    fixture.componentInstance.busy.set(true);
    await fixture.whenStable();
    button?.click();
    expect(fixture.componentInstance.presses()).toBe(1);
    expect(button?.textContent).toContain('Enregistrer');
    expect(button?.getAttribute('aria-busy')).toBe('true');
    fixture.componentInstance.busy.set(false);
    await fixture.whenStable();
    button?.click();
    expect(fixture.componentInstance.presses()).toBe(2);
  });
});
