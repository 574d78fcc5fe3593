import { TestBed } from '@angular/core/testing';
import { ToastRegion } from './toasts';
import { Toasts } from './toasts.service';

describe('a toast', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function region() {
    const fixture = TestBed.createComponent(ToastRegion);
    const toasts = TestBed.inject(Toasts);
    const settle = async () => {
      fixture.detectChanges();
      await Promise.resolve();
      fixture.detectChanges();
    };
    return { toasts, element: fixture.nativeElement as HTMLElement, settle };
  }

  it('undoes once when «Annuler» is pressed, then says so', async () => {
    const { toasts, element, settle } = await region();
    const undo = jest.fn();
    toasts.show('Rencontre déplacée.', { undo });
    await settle();
    element.querySelector<HTMLElement>('.undo')?.click();
    await settle();
    await settle();
    expect(undo).toHaveBeenCalledTimes(1);
    expect(element.querySelector('.undo')).toBeNull();
    expect(element.textContent).toContain('C’est annulé.');
  });

  it('leaves by itself, later when it can be undone', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show('Enregistré.');
    toasts.show('Déplacé.', { undo: () => undefined });
    jest.advanceTimersByTime(6_000);
    expect(toasts.toasts().map((toast) => toast.text)).toEqual(['Déplacé.']);
    jest.advanceTimersByTime(4_000);
    expect(toasts.toasts()).toEqual([]);
  });

  it('stays while the pointer or the focus is on it', async () => {
    const { toasts, element, settle } = await region();
    toasts.show('Déplacé.', { undo: () => undefined });
    await settle();
    element.dispatchEvent(new Event('pointerenter'));
    jest.advanceTimersByTime(60_000);
    expect(toasts.toasts()).toHaveLength(1);
    element.dispatchEvent(new Event('pointerleave'));
    jest.advanceTimersByTime(10_000);
    expect(toasts.toasts()).toHaveLength(0);
  });
});
