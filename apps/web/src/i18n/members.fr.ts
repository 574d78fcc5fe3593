import { draftsFr } from '@cohorte/drafts/words.fr';
import { identityFr } from '@cohorte/identity/words.fr';
import { libraryFr } from '@cohorte/library/words.fr';
import { meetingsFr } from '@cohorte/meetings/words.fr';
import { networksFr } from '@cohorte/networks/words.fr';
import { notificationsFr } from '@cohorte/notifications/words.fr';
import { platformFr } from '@cohorte/platform/words.fr';
import { schedulingFr } from '@cohorte/scheduling/words.fr';
import { tracksFr } from '@cohorte/tracks/words.fr';
import { homeFr } from '../home/home.fr';
import { searchFr } from '../search/search.fr';
import { shellFr } from '../shell/shell.fr';

/** What all other pages say, domain by domain. */
export const membersFr = { platform: platformFr, identity: identityFr, networks: networksFr, library: libraryFr, meetings: meetingsFr, scheduling: schedulingFr, tracks: tracksFr, drafts: draftsFr, notifications: notificationsFr, home: homeFr, search: searchFr, shell: shellFr };
