import { webFr } from './web.fr';

/** What public pages say: the only words a visitor downloads. */
export const publicFr = { web: webFr };
