import type { publicFr } from './public.fr';
import { webEn } from './web.en';

export const publicEn: typeof publicFr = { web: webEn };
