import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { attendanceMeans, attendanceStates, listStates, markedStates } from './attendance';

/** `r-<registration>`, `p-<person>` of the space who never registered, `w-<line>` for someone who just came. */
export const attendanceKey = z.string().regex(/^[rpw]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const meetingOnly = z.strictObject({ meetingId: identifier });
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const instant = z.iso.datetime({ offset: true }).refine((iso) => iso >= '2015' && iso < '2101', { message: 'not-a-date' });
/** One line, no invisible signs. */
const line = (max: number, min = 0) => z.string().trim().min(min).max(max).regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const attendanceLine = z.object({
  key: attendanceKey,
  name: z.string(),
  structureName: z.string().nullable(),
  state: z.enum(attendanceStates),
  means: z.enum(attendanceMeans).nullable(),
  /** Minutes seen online; null for who never joined from here, or once the intervals were purged. */
  minutes: z.int().nullable(),
  /** Looked in by mistake, perhaps: the animator decides. */
  shortStay: z.boolean(),
  /** Comes with no registration. */
  walkIn: z.boolean(),
});
export type AttendanceLine = z.output<typeof attendanceLine>;

export const attendanceList = z.object({
  meetingId: identifier,
  title: z.string(),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  zone: z.string(),
  cancelled: z.boolean(),
  state: z.enum(listStates),
  closesAt: z.iso.datetime().nullable(),
  lines: z.array(attendanceLine),
  structures: z.array(z.object({ structureName: z.string().nullable(), expected: z.int(), present: z.int() })),
  certificates: z.int(),
});
export type AttendanceList = z.output<typeof attendanceList>;

export const listAttendance = endpoint({ method: 'GET', path: '/meetings/:meetingId/attendance', summary: 'Who is expected and who came, for those who animate', input: meetingOnly, output: attendanceList });

const mark = z.strictObject({
  /** Made by the browser: a mark that arrives twice counts once. */
  id: identifier,
  key: attendanceKey,
  state: z.enum(markedStates),
  /** When it was tapped, perhaps without a network. */
  at: instant,
});

export const markAttendance = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/attendance/marks',
  summary: 'Say who is there; marks kept while the network was away arrive together',
  input: z.strictObject({ meetingId: identifier, marks: z.array(mark).min(1).max(500) }),
  output: attendanceList,
});

export const addWalkIn = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/attendance/people',
  summary: 'Add someone who came without being registered',
  input: z.strictObject({ meetingId: identifier, id: identifier, name: line(120, 2), structureName: line(160).default(''), at: instant }),
  output: attendanceList,
});

export const closeAttendance = endpoint({ method: 'POST', path: '/meetings/:meetingId/attendance/closing', summary: 'Close the list: who was not seen is absent, certificates are made', input: meetingOnly, output: attendanceList });
export const reopenAttendance = endpoint({ method: 'DELETE', path: '/meetings/:meetingId/attendance/closing', summary: 'Open the list again, to correct it', input: meetingOnly, output: attendanceList });

export const attendanceHistory = endpoint({
  method: 'GET',
  path: '/meetings/:meetingId/attendance/history',
  summary: 'What was changed in the list, by whom and when',
  input: meetingOnly,
  output: z.object({
    changes: z.array(z.object({
      at: z.iso.datetime(), name: z.string(), by: z.string().nullable(), before: z.enum(attendanceStates), after: z.enum(attendanceStates), means: z.enum(attendanceMeans),
    })),
  }),
});

const joined = z.object({ url: z.url().nullable(), dialIn: z.string().nullable(), intervalId: identifier.nullable() });

export const joinMeeting = endpoint({ method: 'POST', path: '/meetings/:meetingId/joining', summary: 'Take the link of the visio; near the hour this counts as being there', input: meetingOnly, output: joined });
export const joinAsGuest = endpoint({ method: 'POST', path: '/registrations/:token/joining', access: 'public', summary: 'The same, from the personal link of a registration', input: z.strictObject({ token }), output: joined });
export const stayInMeeting = endpoint({
  method: 'POST', path: '/meetings/:meetingId/presence', access: 'public', summary: 'The page is still open: the stretch of presence goes on',
  input: z.strictObject({ meetingId: identifier, intervalId: identifier }), output: nothing,
});

/** What is shown on the screen of the room: an address whose key changes with each meeting. */
export const getCheckInKey = endpoint({ method: 'GET', path: '/meetings/:meetingId/check-in-key', summary: 'The address to show in the room', input: meetingOnly, output: z.object({ path: z.string() }) });

const checkInKey = z.string().regex(/^[A-Za-z0-9_-]{20,43}$/);
const checkedIn = z.object({ title: z.string(), name: z.string().nullable() });

export const checkIn = endpoint({ method: 'POST', path: '/meetings/:meetingId/check-ins', summary: 'I am in the room', input: z.strictObject({ meetingId: identifier, key: checkInKey }), output: checkedIn });
export const checkInAsGuest = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/guest-check-ins',
  access: 'public',
  summary: 'I am in the room, said by the address one registered with; the answer is the same whether it is known',
  input: z.strictObject({ meetingId: identifier, key: checkInKey, email: z.string().trim().toLowerCase().max(254).pipe(z.email()), name: line(120).default('') }),
  output: checkedIn,
});

export const myPresence = z.object({
  state: z.enum(attendanceStates).nullable(),
  /** Whether there is something to join, and this reader may. */
  canJoin: z.boolean(),
  /** Whether it is the hour to join. */
  isOpen: z.boolean(),
  /** Whether joining now counts as being there. */
  counts: z.boolean(),
  certificate: z.object({ code: z.string(), url: z.string() }).nullable(),
  survey: z.enum(['none', 'open', 'answered']),
  surveyClosesAt: z.iso.datetime().nullable(),
  /** Whether this reader keeps the list. */
  keepsList: z.boolean(),
});
export type MyPresence = z.output<typeof myPresence>;

export const getMyPresence = endpoint({ method: 'GET', path: '/meetings/:meetingId/my-presence', summary: 'Where I stand with a meeting: joining, certificate, survey', input: meetingOnly, output: myPresence });
export const getGuestPresence = endpoint({
  method: 'GET', path: '/registrations/:token/presence', access: 'public', summary: 'The same, from the personal link of a registration', input: z.strictObject({ token }), output: myPresence.extend({ meetingId: identifier }),
});
