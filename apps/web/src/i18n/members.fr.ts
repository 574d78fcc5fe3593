import { draftsFr } from '@cohorte/drafts/web';
import { identityFr } from '@cohorte/identity/web';
import { meetingsFr } from '@cohorte/meetings/web';
import { networksFr } from '@cohorte/networks/web';
import { platformFr } from '@cohorte/platform/web';
import { tracksFr } from '@cohorte/tracks/web';
import { homeFr } from '../home/home.fr';
import { shellFr } from '../shell/shell.fr';

/** What all other pages say, domain by domain. */
export const membersFr = { platform: platformFr, identity: identityFr, networks: networksFr, meetings: meetingsFr, tracks: tracksFr, drafts: draftsFr, home: homeFr, shell: shellFr };
