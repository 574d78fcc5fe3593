import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { schedulingFr } from '../i18n/fr';
import { SlotAnswer } from './slot-answer';

async function aSlot(answer: 'yes' | null) {
  TestBed.configureTestingModule({
    imports: [SlotAnswer, TranslocoTestingModule.forRoot({ langs: { fr: { scheduling: schedulingFr } }, translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' }, preloadLangs: true })],
  });
  const drawn = TestBed.createComponent(SlotAnswer);
  drawn.componentRef.setInput('label', '14 h');
  drawn.componentRef.setInput('spoken', 'mardi 12 janvier 2027 à 14 h');
  drawn.componentRef.setInput('answer', answer);
  const given: string[] = [];
  drawn.componentInstance.answered.subscribe((one) => given.push(one));
  await drawn.whenStable();
  const element = drawn.nativeElement as HTMLElement;
  return { given, element, radio: (value: string) => element.querySelector(`input[value="${value}"]`) as HTMLInputElement };
}

it('is one group of three radios, named by the whole date', async () => {
  const { element } = await aSlot(null);
  expect(element.querySelector('legend .co-hidden')?.textContent).toBe('mardi 12 janvier 2027 à 14 h');
  expect([...element.querySelectorAll('label')].map((label) => label.textContent?.trim())).toEqual(['Oui', 'Si besoin', 'Non']);
});

it('tells an answer once, and an answer pressed again once more so that it is taken back', async () => {
  const fresh = await aSlot(null);
  fresh.radio('no').click();
  expect(fresh.given).toEqual(['no']);
  TestBed.resetTestingModule();
  const known = await aSlot('yes');
  known.radio('yes').click();
  expect(known.given).toEqual(['yes']);
});
