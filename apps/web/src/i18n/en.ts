import { draftsEn } from '@cohorte/drafts/web';
import { identityEn } from '@cohorte/identity/web';
import { meetingsEn } from '@cohorte/meetings/web';
import { networksEn } from '@cohorte/networks/web';
import { platformEn } from '@cohorte/platform/web';
import { tracksEn } from '@cohorte/tracks/web';
import type { fr } from './fr';
import { webEn } from './web.en';

export const en: typeof fr = { platform: platformEn, identity: identityEn, networks: networksEn, meetings: meetingsEn, tracks: tracksEn, drafts: draftsEn, web: webEn };
