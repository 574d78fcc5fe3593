import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { newId, type TestApp } from '@cohorte/platform/server';
import type { MeetingDetails } from '../../contract';
import { MeetingEditing } from './meeting-editing.service';

/** What a meeting says before anybody filled its form. */
export const aMeetingText: MeetingDetails = {
  title: 'Atelier participatif', kind: 'participatory-workshop', format: 'video', audience: 'public', zone: 'Europe/Paris', objective: '', about: '', minutes: 90, laterSittings: [],
  placeName: '', placeAddress: '', placeAccess: '', visioUrl: '', dialIn: '', replayUrl: '', agenda: [], speakers: [], animatorIds: [],
};

export interface GivenMeeting extends Partial<MeetingDetails> {
  readonly startsAt?: string | null;
  readonly publish?: boolean;
}

/** Arranges meetings for integration specs, through the service, as an animator. */
export class MeetingsFixtures {
  readonly networks: NetworksFixtures;

  constructor(private readonly app: TestApp) {
    this.networks = new NetworksFixtures(app);
  }

  /** A network with its animator. */
  async aNetwork(): Promise<{ networkId: string; animator: Actor }> {
    const networkId = await this.networks.aNetwork(`Réseau ${newId()}`);
    return { networkId, animator: await this.networks.actor(await this.networks.someone('animator', networkId, 'Claire')) };
  }

  async aMeeting(animator: Actor, spaceId: string, { startsAt = '2026-01-20T13:00:00Z', publish = true, ...details }: GivenMeeting = {}): Promise<string> {
    const { meetingId } = await this.app.get(MeetingEditing).create(animator, { spaceId, requestId: newId(), startsAt, publish, ...aMeetingText, ...details });
    return meetingId;
  }
}
