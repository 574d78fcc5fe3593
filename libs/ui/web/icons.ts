import { firstIcons } from './first-icons';
import { moreIcons } from './more-icons';

/** Every drawing we use. Pages take its type only: `drawing.ts` holds the drawings themselves. */
export const icons = { ...firstIcons, ...moreIcons } as const;

export type IconName = keyof typeof icons;
