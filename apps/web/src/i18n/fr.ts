import { draftsFr } from '@cohorte/drafts/web';
import { identityFr } from '@cohorte/identity/web';
import { meetingsFr } from '@cohorte/meetings/web';
import { networksFr } from '@cohorte/networks/web';
import { platformFr } from '@cohorte/platform/web';
import { tracksFr } from '@cohorte/tracks/web';
import { webFr } from './web.fr';

export const fr = { platform: platformFr, identity: identityFr, networks: networksFr, meetings: meetingsFr, tracks: tracksFr, drafts: draftsFr, web: webFr };
