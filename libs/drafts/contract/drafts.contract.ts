import { channel, endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { documentLimits } from './document-schema';
import { draftGrant, draftPerson, draftRight, draftSeq, draftSummary, draftTitle, grantableRight, outlineHeading } from './draft';
import { workshopLimits, workshopState } from './workshop/workshop';

/** Raised when the messages below, or what a document may hold, change meaning (an older editor takes unknown blocks out); a browser with another number is told `drafts.reload-needed`. */
export const draftsProtocol = 3;

/** Every named refusal of the channel and of the endpoints. */
export const draftRefusals = [
  'drafts.not-found',
  'drafts.not-allowed',
  'drafts.reload-needed',
  'drafts.not-joined',
  'drafts.read-only',
  'drafts.update-refused',
  'drafts.suggestion-changes-text',
  'drafts.client-id-belongs-to-someone-else',
  'drafts.push-id-used-for-something-else',
  'drafts.cannot-load',
  'drafts.cannot-save',
  'drafts.too-fast',
  'drafts.image-refused',
  'drafts.image-too-large',
  'drafts.grantee-unknown',
  'drafts.workshop-not-running',
  'drafts.workshop-running',
  'drafts.workshop-full',
  'drafts.workshop-group-unknown',
  'drafts.workshop-person-unknown',
  'drafts.workshop-locked-by-another',
  'drafts.version-unknown',
  'drafts.version-is-current',
] as const;
export type DraftRefusal = (typeof draftRefusals)[number];

const draftId = z.strictObject({ draftId: identifier });

// ---- Endpoints -----------------------------------------------------------------------------------------------------------

export const listDrafts = endpoint({
  method: 'GET',
  path: '/drafts',
  summary: 'The drafts the person may read, latest first',
  input: z.strictObject({ spaceId: identifier.optional() }),
  output: z.object({ drafts: z.array(draftSummary) }),
});

export const openDraft = endpoint({
  method: 'GET',
  path: '/drafts/:draftId',
  summary: 'One draft as it stands, readable before the editor is loaded',
  input: draftId,
  output: z.object({
    draft: draftSummary,
    right: draftRight,
    /** The journal position that `html`, `outline` and `words` show. */
    seq: draftSeq,
    /** Safe by construction: only the document's own blocks and marks, everything escaped. */
    html: z.string(),
    outline: z.array(outlineHeading),
    words: z.int(),
    /** The only blocks a document of its kind may hold; null is every one. */
    blocks: z.array(z.string()).nullable(),
    /** Those who wrote in it. */
    people: z.array(draftPerson),
  }),
});

export const renameDraft = endpoint({
  method: 'PATCH',
  path: '/drafts/:draftId',
  summary: 'Give the draft another title',
  input: z.strictObject({ draftId: identifier, title: draftTitle }),
  output: draftSummary,
});

export const listDraftPeople = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/people',
  summary: 'Who may read the draft, for those who may name someone in it',
  input: draftId,
  output: z.object({ people: z.array(draftPerson) }),
});

export const listGrants = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/grants',
  summary: 'Who was invited into the draft',
  input: draftId,
  output: z.object({ grants: z.array(draftGrant) }),
});

export const grantDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/grants',
  summary: 'Invite a person or a structure into the draft, or change what they may do',
  input: z
    .strictObject({ draftId: identifier, personId: identifier.optional(), spaceId: identifier.optional(), right: grantableRight })
    .refine((input) => (input.personId === undefined) !== (input.spaceId === undefined), { path: ['personId'], message: 'one-of-two' }),
  output: draftGrant,
});

export const revokeGrant = endpoint({
  method: 'DELETE',
  path: '/drafts/:draftId/grants/:grantId',
  summary: 'Withdraw an invitation; open editors are closed',
  input: z.strictObject({ draftId: identifier, grantId: identifier }),
  output: nothing,
});

// Streams, outside the four declarations: addresses and shapes both sides share.

export const exportFormats = ['html', 'txt'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const exportAddress = (id: string, format: ExportFormat): string => `/api/drafts/${id}/export.${format}`;

/** `POST` the picture's bytes with its `content-type: image/…`; answers `uploadedImage`. */
export const imageUploadAddress = (id: string): string => `/api/drafts/${id}/images`;
export const imageMaxBytes = 8 * 1024 * 1024;
export const uploadedImage = z.object({ imageId: identifier, src: z.string(), width: z.int(), height: z.int() });
export type UploadedImage = z.output<typeof uploadedImage>;

// ---- Channel -------------------------------------------------------------------------------------------------------------

/** Not `instanceof`, whose type would insist on one sort of buffer. */
const anyBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, { message: 'wrong-type' });
const bytes = (max: number) => anyBytes.refine((value) => value.byteLength <= max, { message: 'too-large' });
const clientId = z.int().min(0).max(documentLimits.clientId);
/** 20 000 writers × 10 bytes. */
const stateVector = bytes(200_000);

/** A Yjs relative position: Y.encodeRelativePosition. */
const position = bytes(256);
export const presenceCursor = z.strictObject({ anchor: position, head: position });
export type PresenceCursor = z.output<typeof presenceCursor>;

/** A number that names a draft, or an open editor in it, for as long as the connection lasts: frames carry no identifiers. */
const number = z.int().min(0);

/**
 * One open editor, told once: two tabs of one person are two seats. Not its Yjs client id, which belongs to whoever is first seen to
 * write with it: nobody learns it before its owner has.
 */
export const presenceSeat = z.object({ seat: number, personId: identifier, name: z.string() });
export type PresenceSeat = z.output<typeof presenceSeat>;

/** Where a seat's caret is now: `[seat, anchor, head]`, or `[seat]` when it is nowhere. */
export const seatCursor = z.union([z.tuple([number, anyBytes, anyBytes]), z.tuple([number])]);
export type SeatCursor = z.output<typeof seatCursor>;

/** Where the facilitator's page stands: the topmost block in sight, and how far down that block the page is. */
export const sheetPlace = z.strictObject({ position: bytes(workshopLimits.placeBytes), fraction: z.number().min(0).max(1) });
export type SheetPlace = z.output<typeof sheetPlace>;

export const closeReason = z.enum(['right-withdrawn', 'signed-out', 'refused-too-often']);
export type CloseReason = z.output<typeof closeReason>;

/** Saved at `seq`, or sent too early: the sender answers with everything above `stateVector` under a new push id. */
export const pushOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), seq: draftSeq }),
  z.object({ outcome: z.literal('resync'), stateVector: anyBytes }),
]);
export type PushOutcome = z.output<typeof pushOutcome>;

export const draftsChannel = channel({
  name: 'drafts',
  up: {
    join: {
      /** `seq`: the joiner holds every row of the journal up to here; 0 when it holds none, or is not sure. */
      input: z.strictObject({ protocol: z.int(), draftId: identifier, clientId, stateVector, seq: draftSeq }),
      output: z.object({
        seq: draftSeq,
        right: draftRight,
        /** The draft's number in the frames of this connection. */
        room: number,
        /** What brings the joiner to `seq`, to be applied in order: rows above its own `seq`, or a snapshot and the rows after it. */
        updates: z.array(anyBytes),
        /** What the server holds: the joiner pushes what is above it. */
        stateVector: anyBytes,
        /** The joiner's own number among these. */
        seat: number,
        /** Everyone who is there, the joiner included. */
        seats: z.array(presenceSeat),
        cursors: z.array(seatCursor),
      }),
    },
    /** `pushId` is made once per update and kept for retries: a push sent again answers its first `seq`. */
    push: {
      input: z.strictObject({ draftId: identifier, clientId, pushId: identifier, update: bytes(documentLimits.bytesPerUpdate) }),
      output: pushOutcome,
    },
    presence: { input: z.strictObject({ draftId: identifier, cursor: presenceCursor.nullable() }), output: nothing },
    leave: { input: draftId, output: nothing },
    /** The workshop as it stands, asked once the draft is joined; `place` is where its facilitator was last seen. */
    workshop: { input: draftId, output: z.object({ state: workshopState, place: sheetPlace.nullable() }) },
    /** The facilitator's page moved; dropped when it comes from anyone else. */
    look: { input: z.strictObject({ draftId: identifier, place: sheetPlace }), output: nothing },
  },
  down: {
    /**
     * Already durable. `updates` are the rows of the journal up to `seq`, one after the other without a hole, so that the first is
     * `seq - updates.length + 1`. Rows may come twice, and one's own come back beside those of others: Yjs takes each once.
     */
    updated: z.object({ room: number, seq: draftSeq, updates: z.array(anyBytes) }),
    /** Arrivals. */
    seats: z.object({ room: number, seats: z.array(presenceSeat) }),
    /** Only the latest place of each caret that moved. */
    cursors: z.object({ room: number, cursors: z.array(seatCursor) }),
    left: z.object({ room: number, seats: z.array(number) }),
    /** The right became this one (a reader keeps reading). */
    rightChanged: z.object({ draftId: identifier, right: draftRight }),
    closed: z.object({ draftId: identifier, reason: closeReason }),
    /** A thread of comments changed, for those who may read comments: they ask for it again; for all of them when it is not known which. */
    threadsChanged: z.object({ draftId: identifier, threadId: identifier.nullable() }),
    /** Updates were dropped under pressure: join again. */
    resync: z.object({ draftId: identifier }),
    /** The workshop's latest state, whole: a lower version is old news. */
    workshop: z.object({ draftId: identifier, state: workshopState }),
    /** Where the facilitator's page stands now; only the latest matters. */
    looked: z.object({ draftId: identifier, place: sheetPlace }),
  },
});
