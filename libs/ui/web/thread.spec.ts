import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Thread } from './thread';
import type { StopState, ThreadStop } from './thread-stop';
import { UiWords } from './ui-words';

async function drawn(stops: ThreadStop[], sideLabel = '') {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(Thread);
  fixture.componentRef.setInput('stops', stops);
  fixture.componentRef.setInput('sideLabel', sideLabel);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

const words = (element: Element | null | undefined) => element?.querySelector(':scope > .words')?.textContent?.replace(/\s+/g, ' ').trim();

describe('the thread', () => {
  it.each<[StopState, string]>([
    ['held', 'tenue'],
    ['next', 'la prochaine'],
    ['poll', 'sondage ouvert'],
    ['dated', 'date fixée'],
    ['undated', 'date à fixer'],
    ['cancelled', 'annulée'],
  ])('says the state of a stop that is %s in words', async (state, said) => {
    const { element } = await drawn([{ label: 'Lancement', state }]);
    expect(words(element.querySelector('.stop'))).toContain(said);
  });

  it('adds the state for screen readers when the sublabel is a date, and never says it twice', async () => {
    const { element } = await drawn([
      { label: 'Lancement', state: 'held', sublabel: 'jeudi 17 octobre' },
      { label: 'État des lieux', state: 'poll', sublabel: 'sondage ouvert' },
    ]);
    const [first, second] = [...element.querySelectorAll('.stop')];
    expect(words(first)).toMatch(/jeudi 17 octobre ?, tenue/);
    expect(words(second)?.match(/sondage ouvert/g)).toHaveLength(1);
  });

  it('numbers the meetings only: webinars hang on the stop before them', async () => {
    const { element } = await drawn(
      [
        { label: 'Un', state: 'held' },
        { label: 'Deux', state: 'dated' },
        { label: 'Webinaire A', state: 'undated', side: true },
        { label: 'Webinaire B', state: 'undated', side: true },
        { label: 'Trois', state: 'dated' },
      ],
      '2 webinaires Travaux',
    );
    const stops = [...element.querySelectorAll('.stop')];
    expect(stops).toHaveLength(3);
    expect(stops[1]?.querySelectorAll('.side')).toHaveLength(2);
    expect(stops[1]?.querySelector('ol')?.getAttribute('aria-label')).toBe('2 webinaires Travaux');
    expect(stops[2]?.querySelector('.mark')?.textContent?.trim()).toBe('3');
  });

  it('fills the way only behind what was held, and marks the next stop as the current step', async () => {
    const { element } = await drawn([
      { label: 'Un', state: 'held' },
      { label: 'Deux', state: 'next' },
      { label: 'Trois', state: 'undated' },
    ]);
    expect([...element.querySelectorAll('.stop')].map((stop) => stop.classList.contains('travelled'))).toEqual([true, false, false]);
    expect(element.querySelector('[aria-current=step] .label')?.textContent).toBe('Deux');
  });

  it('speaks English when the app does', async () => {
    const { fixture, element } = await drawn([{ label: 'Kick-off', state: 'undated' }]);
    await TestBed.inject(UiWords).speak('en');
    await fixture.whenStable();
    expect(words(element.querySelector('.stop'))).toContain('date to be set');
  });
});
