import type { MeetingSaid, MeetingWords } from './meeting-words';

const on = ({ short }: MeetingSaid): string => (short ? `, ${short}` : '');
const quoted = (message: string): string[] => (message ? [`Message from the organisers: “${message}”`] : []);
const changed: Record<string, string> = { place: 'the place', link: 'the video link', length: 'the length or the hours', title: 'the title' };

const cameBy: Partial<Record<NonNullable<MeetingSaid['cause']>, string>> = {
  poll: 'You had answered “yes” to this date in the poll: there is nothing else to do.',
  colleague: 'Someone of your organisation registered you.',
  organiser: 'The organisers registered you.',
  draw: 'The draw gave you a place.',
  'offer-accepted': 'The place you were offered is yours.',
};

const leftBy: Partial<Record<NonNullable<MeetingSaid['cause']>, string>> = {
  own: 'Your withdrawal is recorded and your place is free again. You can register anew while places remain.',
  organiser: 'The organisers withdrew your registration.',
  'offer-expired': 'The time to answer has passed: the place was offered to the next person.',
  'offer-declined': 'You declined the place you were offered: it goes to the next person.',
  'handed-over': 'Your place was handed over to your colleague, who has been told.',
};

/** Letters about meetings, in English. */
export const meetingEn: MeetingWords = {
  when: 'When', where: 'Where', online: 'Online', join: 'Video link', dialIn: 'By phone', agenda: 'Agenda', prepare: 'To prepare beforehand', prepareBy: (title, day) => `${title} (by ${day})`, documents: 'To read beforehand', undated: 'Date to be set',
  press: {
    see: 'See the meeting', answer: 'Say whether I come', confirm: 'Confirm that I come', offer: 'Answer about this place', replay: 'Watch the replay', minutes: 'Read the minutes',
    certificate: 'Download my certificate', request: 'Answer the request',
  },
  leave: { registered: 'I cannot come any more: withdraw or hand my place over', waiting: 'Leave the waiting list', offered: 'I do not take it: leave it to the next person' },
  ics: 'The attached invitation puts this meeting in your calendar.',
  kinds: {
    'meeting-invitation': { subject: (s) => `Invitation: ${s.title}${on(s)}`, lines: (s) => [`You are invited to “${s.title}”.`, ...quoted(s.message)] },
    'date-decided': { subject: (s) => `Date set: ${s.title}${on(s)}`, lines: (s) => [`“${s.title}” has its date.`, ...quoted(s.message)] },
    registered: { subject: (s) => `You are registered: ${s.title}${on(s)}`, lines: (s) => [`Your registration for “${s.title}” is confirmed.`, ...[cameBy[s.cause ?? 'own'] ?? []].flat()] },
    'to-confirm': { subject: (s) => `To confirm: ${s.title}${on(s)}`, lines: (s) => [`“${s.title}” has its date. You had answered “if need be”: please tell us whether you come.`] },
    informed: { subject: (s) => `Without you this time: ${s.title}${on(s)}`, lines: (s) => [`“${s.title}” takes place on a date when you are not available. You will receive the minutes, and the replay if there is one.`, 'You can come after all? Register from the meeting’s page.'] },
    waiting: {
      subject: (s) => `Waiting list: ${s.title}${on(s)}`,
      lines: (s) => [s.cause === 'place-taken' ? 'Someone else has just taken the place: you keep your position.' : `“${s.title}” is full for the moment: you are on the waiting list.`, ...(s.position ? [`Your position: ${s.position}. If a place becomes free, we will write to you.`] : [])],
    },
    'place-offered': {
      subject: (s) => `A place for you${s.until ? `, to confirm before ${s.until}` : ''}: ${s.title}`,
      lines: (s) => [`A place has become free for “${s.title}”.`, s.shared ? 'The meeting is near: the place goes to the first person who answers.' : s.until ? `It is kept for you until ${s.until}. Without an answer, it will be offered to the next person.` : 'Please tell us whether you take it.'],
    },
    promoted: { subject: (s) => `A place became free, you are registered: ${s.title}${on(s)}`, lines: (s) => [`A place became free for “${s.title}”: it is yours, your registration is confirmed.`, 'You cannot come any more? Withdraw: someone is waiting.'] },
    'handed-over': { subject: (s) => `A place is handed over to you: ${s.title}${on(s)}`, lines: (s) => [`Your colleague hands their place for “${s.title}” over to you: your registration is confirmed.`] },
    withdrawn: { subject: (s) => `${s.cause === 'own' ? 'Withdrawal' : 'Registration cancelled'}: ${s.title}${on(s)}`, lines: (s) => [`You are no longer registered for “${s.title}”.`, leftBy[s.cause ?? 'own'] ?? '', ...quoted(s.message)].filter(Boolean) },
    'exception-asked': { subject: (s) => `Request sent: ${s.title}`, lines: (s) => [`Your request to take part in “${s.title}” was passed on to the organisers, who will answer by e-mail.`] },
    'exception-answered': {
      subject: (s) => (s.status === 'refused' ? `Answer to your request: ${s.title}` : `Request accepted: ${s.title}${on(s)}`),
      lines: (s) => [
        s.status === 'refused' ? `The organisers could not accept your request for “${s.title}”.` : s.status === 'waiting' ? `Your request for “${s.title}” is accepted. As the meeting is full, you are on the waiting list${s.position ? `, in position ${s.position}` : ''}.` : `Your request is accepted: you are registered for “${s.title}”.`,
        ...quoted(s.message),
      ],
    },
    'exception-to-answer': { subject: (s) => `A request to answer: ${s.title}`, lines: (s) => [`Someone outside the intended audience asks to take part in “${s.title}”. You can accept or refuse, with a word.`] },
    moved: {
      subject: (s) => (s.when ? `New date: ${s.title}${on(s)}` : `Postponed: ${s.title}`),
      lines: (s) => [s.when ? `“${s.title}” changes its date.` : `“${s.title}” is postponed. Its new date is not set yet: we will write to you.`, ...(s.previous && s.when ? [`It was planned for ${s.previous}.`] : []), ...quoted(s.message)],
    },
    cancelled: { subject: (s) => `Cancelled: ${s.title}${on(s)}`, lines: (s) => [`“${s.title}” is cancelled. The attached file takes it out of your calendar.`, ...quoted(s.message)] },
    restored: { subject: (s) => `It takes place: ${s.title}${on(s)}`, lines: (s) => [`“${s.title}”, which had been cancelled, will take place after all. Registrations stand as they were.`, ...quoted(s.message)] },
    'details-changed': { subject: (s) => `Change: ${s.title}${on(s)}`, lines: (s) => [`What changes for “${s.title}”: ${s.what.map((one) => changed[one] ?? one).join(', ')}. Here is the information up to date.`, ...quoted(s.message)] },
    'week-before': { subject: (s) => `In one week: ${s.title}${on(s)}`, lines: (s) => [`“${s.title}” takes place in one week.`] },
    'day-before': { subject: (s) => `Tomorrow: ${s.title}${on(s)}`, lines: (s) => [`“${s.title}” takes place tomorrow.`] },
    'hour-before': { subject: (s) => `In one hour: ${s.title}`, lines: (s) => [`“${s.title}” begins in one hour.`] },
    replay: { subject: (s) => `The replay is online: ${s.title}`, lines: (s) => [`The replay of “${s.title}” is available.`] },
    minutes: { subject: (s) => `Minutes: ${s.title}`, lines: (s) => [`The minutes of “${s.title}” are published.`] },
    certificate: { subject: (s) => `Your certificate: ${s.title}`, lines: (s) => [`Your certificate of attendance for “${s.title}” is ready.`] },
  },
};
