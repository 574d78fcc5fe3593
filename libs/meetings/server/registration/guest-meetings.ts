import { Spaces } from '@cohorte/networks/server';
import { AppError, visitor } from '@cohorte/platform/contract';
import { asSystem, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { agendaTimes, type GuestMeeting, guestSight, type RegistrationStatus } from '../../contract';
import { MeetingDocuments, type OpenedFile } from '../meeting/meeting-documents.service';
import { documentsOf } from '../meeting/meeting-documents.queries';
import { sittingsOfRow } from '../meeting/meeting-row';
import { MeetingEntity } from '../meeting/meeting.entity';
import { MeetingReader } from '../meeting/meeting.reader';
import { RegistrationActs } from './registration-acts.service';

/** The meeting behind a personal link, for its holder: as much of it as their standing opens, whatever its audience. */
@Injectable()
export class GuestMeetings {
  constructor(
    private readonly database: Database,
    private readonly acts: RegistrationActs,
    private readonly meetings: MeetingReader,
    private readonly documents: MeetingDocuments,
    private readonly spaces: Spaces,
  ) {}

  /** Nothing for who left, was refused, or of what went back into preparation. */
  read(tx: Tx, { meetingId, status, token }: { meetingId: string; status: RegistrationStatus; token: string }): Promise<GuestMeeting | null> {
    const sight = guestSight(status);
    if (sight === 'nothing') return Promise.resolve(null);
    return asSystem(tx, 'meetings', async () => {
      const row = await tx.getRepository(MeetingEntity).findOneBy({ id: meetingId });
      if (!row?.publishedAt) return null;
      const { format, zone, objective, about, laterSittings, agenda, audience } = row;
      const sittings = sittingsOfRow(row);
      const network = await this.spaces.find(tx, row.networkId);
      return {
        format, zone, objective, about, laterSittings, agenda, sittings, times: agendaTimes(agenda, sittings), speakers: row.speakers.map((speaker) => ({ ...speaker, personId: null })),
        networkName: network?.name ?? '', isPublic: audience === 'public', replayUrl: sight === 'programme' ? '' : row.replayUrl,
        ...(sight === 'all' ? await this.ofComers(tx, row, token) : { placeName: '', placeAddress: '', placeAccess: '', dialIn: '', documents: [] }),
      };
    });
  }

  /** A file read before or after the meeting, for who holds a place. */
  async openFile(token: string, documentId: string): Promise<OpenedFile> {
    return this.documents.opened(await this.database.transaction(visitor, async (tx) => {
      const { meetingId, status } = await this.acts.ofToken(tx, token);
      if (guestSight(status) !== 'all') throw new AppError('not-found', 'meetings.document-not-found');
      return asSystem(tx, 'meetings', () => this.documents.find(tx, meetingId, documentId));
    }));
  }

  /** Files come by the same link: its holder has no account to be let in by. */
  private async ofComers(tx: Tx, row: MeetingEntity, token: string): Promise<Pick<GuestMeeting, 'placeName' | 'placeAddress' | 'placeAccess' | 'dialIn' | 'documents'>> {
    const { placeName, placeAddress, placeAccess } = row;
    const documents = (await documentsOf(tx, row.id)).map((document) => (document.file ? { ...document, href: `/api/registrations/${token}/files/${document.id}` } : document));
    return { placeName, placeAddress, placeAccess, documents, dialIn: (await this.meetings.linkFor(tx, row.id))?.dialIn ?? '' };
  }
}
