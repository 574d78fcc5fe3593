import type { MeetingPage } from '../../contract';

const places: Record<MeetingPage['format'], string> = { video: 'Online', 'in-person': 'Offline', mixed: 'Mixed' };

const status = ({ phase }: MeetingPage): string => (phase === 'cancelled' ? 'EventCancelled' : phase === 'postponed' ? 'EventPostponed' : 'EventScheduled');

function locationOf(meeting: MeetingPage, address: string): object[] {
  const room = meeting.format === 'video' ? [] : [{ '@type': 'Place', name: meeting.placeName || meeting.placeAddress, address: meeting.placeAddress || meeting.placeName }];
  // The page stands for the room online: its real link is for those registered.
  return meeting.format === 'in-person' ? room : [...room, { '@type': 'VirtualLocation', url: address }];
}

/** A public meeting as search engines read it (schema.org Event); nothing without a date. */
export function eventJsonLd(meeting: MeetingPage, address: string): object | null {
  if (!meeting.startsAt || meeting.audience !== 'public' || !meeting.published) return null;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: meeting.title,
    description: meeting.objective || meeting.about.slice(0, 500),
    startDate: meeting.startsAt,
    endDate: meeting.endsAt,
    eventStatus: `https://schema.org/${status(meeting)}`,
    eventAttendanceMode: `https://schema.org/${places[meeting.format]}EventAttendanceMode`,
    location: locationOf(meeting, address),
    organizer: { '@type': 'Organization', name: meeting.networkName },
    isAccessibleForFree: true,
    url: address,
  };
}
