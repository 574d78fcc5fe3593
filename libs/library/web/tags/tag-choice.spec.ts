import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { ApiClient } from '@cohorte/platform/web';
import { TagChoice } from './tag-choice';

describe('the box of tags', () => {
  const call = jest.fn((_endpoint: unknown, { q }: { q: string }) => Promise.resolve({ tags: ['Achat local', 'Achat innovant', 'RSE'].filter((tag) => tag.toLowerCase().startsWith(q.toLowerCase())) }));

  beforeEach(() => {
    call.mockClear();
    TestBed.configureTestingModule({ imports: [TranslocoTestingModule.forRoot({ langs: { fr: {} }, translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' } })], providers: [{ provide: ApiClient, useValue: { call } }] });
  });

  async function shown(chosen: string[] = []) {
    const fixture = TestBed.createComponent(TagChoice);
    const element = fixture.nativeElement as HTMLElement;
    const emitted: string[][] = [];
    for (const [name, value] of Object.entries({ label: 'Étiquettes', fieldId: 'tags', networkId: 'n', chosen })) fixture.componentRef.setInput(name, value);
    fixture.componentInstance.changed.subscribe((tags) => {
      emitted.push(tags);
      fixture.componentRef.setInput('chosen', tags);
    });
    await fixture.whenStable();
    const box = element.querySelector('input') as HTMLInputElement;
    const settle = async () => {
      await new Promise((done) => setTimeout(done, 190));
      await fixture.whenStable();
    };
    const press = async (key: string) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      box.dispatchEvent(event);
      await fixture.whenStable();
      return event.defaultPrevented;
    };
    const type = async (text: string) => {
      box.value = text;
      box.dispatchEvent(new Event('input'));
      await settle();
    };
    const offered = () => [...element.querySelectorAll('[role=option]')].map((option) => option.textContent);
    return { fixture, element, emitted, box, settle, press, type, offered };
  }

  it('takes what is typed with Enter or a comma, once whatever its capitals', async () => {
    const { emitted, press, type } = await shown(['RSE']);
    await type('Béton bas carbone');
    expect(await press('Enter')).toBe(true);
    await type('rse,');
    await type('réemploi,');
    expect(emitted).toEqual([['RSE', 'Béton bas carbone'], ['RSE', 'Béton bas carbone', 'réemploi']]);
    // With nothing typed, Enter is the form's.
    expect(await press('Enter')).toBe(false);
  });

  it('offers what the network says already, and an arrow chooses among it', async () => {
    const { box, emitted, press, type, offered } = await shown(['Achat local']);
    await type('achat');
    expect(offered()).toEqual(['Achat innovant']);
    expect(box.getAttribute('aria-expanded')).toBe('true');
    await press('ArrowDown');
    expect(box.getAttribute('aria-activedescendant')).toBe('tags-offered-0');
    await press('Enter');
    expect(emitted).toEqual([['Achat local', 'Achat innovant']]);
  });

  it('never offers what does not begin as one types, even before it was asked again', async () => {
    const { box, emitted, fixture, press, settle, offered } = await shown();
    box.dispatchEvent(new Event('focus'));
    await settle();
    expect(offered()).toEqual(['Achat local', 'Achat innovant', 'RSE']);
    box.value = 'rs';
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(offered()).toEqual(['RSE']);
    await press('ArrowDown');
    await press('Enter');
    expect(emitted).toEqual([['RSE']]);
  });

  it('loses nothing when it is left, and erases the last by the keyboard', async () => {
    const { box, emitted, press, type, settle } = await shown();
    await type('Eau');
    box.dispatchEvent(new Event('blur'));
    await settle();
    await press('Backspace');
    expect(emitted).toEqual([['Eau'], []]);
  });

  it('refuses what is no tag and keeps it to be corrected', async () => {
    const { box, emitted, press, type, element } = await shown();
    await type('!!');
    await press('Enter');
    expect([emitted, box.value, box.getAttribute('aria-invalid')]).toEqual([[], '!!', 'true']);
    expect(element.querySelector('.error')).not.toBeNull();
  });
});
