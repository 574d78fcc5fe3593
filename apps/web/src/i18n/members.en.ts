import { draftsEn } from '@cohorte/drafts/web';
import { identityEn } from '@cohorte/identity/web';
import { meetingsEn } from '@cohorte/meetings/web';
import { networksEn } from '@cohorte/networks/web';
import { platformEn } from '@cohorte/platform/web';
import { tracksEn } from '@cohorte/tracks/web';
import { homeEn } from '../home/home.en';
import { shellEn } from '../shell/shell.en';
import type { membersFr } from './members.fr';

export const membersEn: typeof membersFr = { platform: platformEn, identity: identityEn, networks: networksEn, meetings: meetingsEn, tracks: tracksEn, drafts: draftsEn, home: homeEn, shell: shellEn };
