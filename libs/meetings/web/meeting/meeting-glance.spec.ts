import type { MeetingPage } from '../../contract';
import { aMeetingPage } from './meeting-web.fixtures';
import { animatorAct, todoOf } from './meeting-glance';

const meeting = (more: Partial<MeetingPage>): MeetingPage => ({ ...aMeetingPage, ...more });
const document = { id: 'd', moment: 'before' as const, title: 'Note', href: 'https://exemple.fr', file: null };

describe('what the page puts first', () => {
  it('for an animator: publish, then a date, then the meeting itself, then its minutes', () => {
    expect(animatorAct(meeting({ published: false, phase: 'draft' }))).toBe('publish');
    expect(animatorAct(meeting({ startsAt: null, phase: 'undated' }))).toBe('date');
    expect(animatorAct(meeting({}))).toBe('edit');
    expect(animatorAct(meeting({ phase: 'held' }))).toBe('minutes');
    expect(animatorAct(meeting({ phase: 'cancelled' }))).toBe('restore');
  });

  it('for a reader: what is expected of them today', () => {
    expect(todoOf(meeting({ documents: [document] }))).toBe('read-before');
    expect(todoOf(meeting({}))).toBe('be-there');
    expect(todoOf(meeting({ phase: 'registration-open', hasLink: true }))).toBe('sign-up');
    expect(todoOf(meeting({ phase: 'registration-open', hasLink: true, linkShown: true }))).toBe('be-there');
    expect(todoOf(meeting({ phase: 'live' }))).toBe('join-now');
    expect(todoOf(meeting({ phase: 'postponed', startsAt: null }))).toBe('postponed');
    expect(todoOf(meeting({ phase: 'held', replayUrl: 'https://exemple.fr' }))).toBe('replay');
  });
});
