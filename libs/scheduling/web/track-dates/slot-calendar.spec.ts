import { TestBed } from '@angular/core/testing';
import { candidateSlots } from '@cohorte/scheduling/contract';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { schedulingFr } from '../i18n/fr';
import { SlotCalendar } from './slot-calendar';

const calendar = { schoolZone: 'B', places: [] } as const;

async function february(except: string[] = []) {
  TestBed.configureTestingModule({
    imports: [SlotCalendar, TranslocoTestingModule.forRoot({ langs: { fr: { scheduling: schedulingFr } }, translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' }, preloadLangs: true })],
  });
  const drawn = TestBed.createComponent(SlotCalendar);
  const plan = { from: '2027-02-01', to: '2027-02-28', weekdays: [2], times: ['10:00', '14:00'], minutes: 90, avoidSchoolHolidays: true, avoidBridges: true, except: [] };
  const slots = candidateSlots(plan, { zone: 'Europe/Paris', calendar, now: '2026-11-23T09:00:00.000Z' });
  for (const [name, value] of Object.entries({ from: plan.from, to: plan.to, slots, calendar, except })) drawn.componentRef.setInput(name, value);
  const toggled: string[] = [];
  drawn.componentInstance.toggled.subscribe((day) => toggled.push(day));
  await drawn.whenStable();
  return { toggled, element: drawn.nativeElement as HTMLElement };
}

it('offers the proposed days as buttons that say what they hold, and tells which one was pressed', async () => {
  const { element, toggled } = await february();
  const buttons = [...element.querySelectorAll('button')];
  expect(buttons.map((button) => button.textContent?.trim())).toEqual(['2', '9', '16']);
  expect(buttons[0]?.getAttribute('aria-label')).toBe('mardi 2 février : 2 dates proposées, appuyez pour retirer');
  buttons[1]?.click();
  expect(toggled).toEqual(['2027-02-09']);
});

it('shows a day taken out as such, and greys school holidays with their name', async () => {
  const { element } = await february(['2027-02-09']);
  expect(element.querySelector('button.struck')?.getAttribute('aria-pressed')).toBe('false');
  expect([...element.querySelectorAll('.holiday')].map((day) => day.getAttribute('title'))).toContain('vacances d’hiver');
});
