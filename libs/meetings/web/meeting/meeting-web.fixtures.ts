import type { MeetingPage } from '../../contract';

/** A public workshop in a fortnight, as its page gets it. */
export const aMeetingPage: MeetingPage = {
  id: '01890000-0000-7000-8000-000000000001', spaceId: '01890000-0000-7000-8000-000000000002', networkId: '01890000-0000-7000-8000-000000000002', spaceName: 'RAN CoPER', networkName: 'RAN CoPER',
  title: 'Atelier participatif', kind: 'participatory-workshop', format: 'video', audience: 'public', zone: 'Europe/Paris', objective: '', about: '', minutes: 90, laterSittings: [],
  placeName: '', placeAddress: '', placeAccess: '', replayUrl: '', agenda: [], speakers: [], animatorIds: [], startsAt: '2026-01-20T13:00:00.000Z', endsAt: '2026-01-20T14:30:00.000Z',
  sittings: [{ startsAt: '2026-01-20T13:00:00.000Z', endsAt: '2026-01-20T14:30:00.000Z', minutes: 90 }], times: [], dateByPoll: false, state: 'dated', phase: 'scheduled', version: 1, published: true,
  notice: '', animators: [], documents: [], minutesPublished: null, minutesDraftId: null, hasLink: false, linkShown: false, canEdit: false, dateSought: null, registered: null,
};
