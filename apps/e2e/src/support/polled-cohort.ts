import { type APIRequestContext, expect, type Page } from '@playwright/test';

export interface PolledCohort {
  readonly cohortId: string;
  readonly meetingId: string;
}

interface Cohort { steps: { number: number | null; meeting: { id: string; startsAt: string | null } }[] }

/** A cohort of its own, so that no other walk meets what is decided here, and its second meeting. */
export async function aPolledCohort(request: APIRequestContext, origin: string): Promise<PolledCohort> {
  const { networks } = (await (await request.get('/api/networks')).json()) as { networks: { id: string }[] };
  const form = { templateCode: 'ran-coper-spaser', name: `Groupe du sondage ${crypto.randomUUID().slice(0, 8)}`, scope: 'mixed', structures: [], requestId: crypto.randomUUID() };
  const made = await request.post(`/api/networks/${networks[0]?.id}/cohorts`, { data: form, headers: { origin } });
  const { cohortId } = (await made.json()) as { cohortId: string };
  const cohort = (await (await request.get(`/api/cohorts/${cohortId}`)).json()) as Cohort;
  return { cohortId, meetingId: cohort.steps.find((step) => step.number === 2)?.meeting.id ?? '' };
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** An open poll of as many slots, two a day, that asks one guest. */
export async function anOpenPoll(request: APIRequestContext, origin: string, { meetingId, slots, guest }: { meetingId: string; slots: number; guest: { name: string; email: string } }): Promise<string> {
  const made = await request.post(`/api/meetings/${meetingId}/polls`, {
    headers: { origin },
    data: {
      requestId: crypto.randomUUID(), title: 'Quand nous retrouver', note: '', zone: 'Europe/Paris', closesAt: `${inDays(10)}T18:00`, thirdAnswer: true, visibility: 'all', namesHidden: false, counting: 'people',
      quorum: null, proposals: 'review', audience: 'nobody', guests: [guest], open: true,
      slots: Array.from({ length: slots }, (_, at) => ({ at: `${inDays(20 + Math.floor(at / 2))}T${at % 2 === 0 ? '10' : '14'}:00`, minutes: 90 })),
    },
  });
  expect(made.ok(), await made.text()).toBe(true);
  return ((await made.json()) as { pollId: string }).pollId;
}

/** The address of someone’s personal link, as those who run the poll hand it over. */
export async function personalLink(request: APIRequestContext, pollId: string, name: string): Promise<string> {
  const { participants } = (await (await request.get(`/api/polls/${pollId}/participants`)).json()) as { participants: { id: string; name: string }[] };
  const { link } = (await (await request.get(`/api/polls/${pollId}/participants/${participants.find((one) => one.name === name)?.id}/link`)).json()) as { link: string };
  return new URL(link).pathname;
}

/** The text of a letter to one address, once it is there. */
export async function letterTo(page: Page, address: string, email: string, subject: RegExp): Promise<string> {
  let text = '';
  await expect(async () => {
    const { letters } = (await (await page.request.get(`${address}/api/mailbox`, { params: { to: email } })).json()) as { letters: { subject: string; text: string }[] };
    text = letters.find((letter) => subject.test(letter.subject))?.text ?? '';
    expect(text).not.toBe('');
  }).toPass({ timeout: 60_000 });
  return text;
}
