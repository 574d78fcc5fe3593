import { draftsEn } from '@cohorte/drafts/words.en';
import { identityEn } from '@cohorte/identity/words.en';
import { libraryEn } from '@cohorte/library/words.en';
import { meetingsEn } from '@cohorte/meetings/words.en';
import { networksEn } from '@cohorte/networks/words.en';
import { notificationsEn } from '@cohorte/notifications/words.en';
import { platformEn } from '@cohorte/platform/words.en';
import { schedulingEn } from '@cohorte/scheduling/words.en';
import { tracksEn } from '@cohorte/tracks/words.en';
import { homeEn } from '../home/home.en';
import { searchEn } from '../search/search.en';
import { shellEn } from '../shell/shell.en';
import type { membersFr } from './members.fr';

export const membersEn: typeof membersFr = { platform: platformEn, identity: identityEn, networks: networksEn, library: libraryEn, meetings: meetingsEn, scheduling: schedulingEn, tracks: tracksEn, drafts: draftsEn, notifications: notificationsEn, home: homeEn, search: searchEn, shell: shellEn };
