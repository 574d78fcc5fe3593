import * as z from 'zod';
import { emailAddress, identifier, language, shortText } from '@cohorte/platform/contract';

const theme = z.enum(['system', 'light', 'dark']);
const textSize = z.enum(['normal', 'large']);
const motion = z.enum(['system', 'reduce']);
const density = z.enum(['comfortable', 'compact']);

export const defaultPreferences = { theme: 'system', textSize: 'normal', motion: 'system', density: 'comfortable' } as const;

export const preferences = z.object({
  theme: theme.default(defaultPreferences.theme),
  textSize: textSize.default(defaultPreferences.textSize),
  motion: motion.default(defaultPreferences.motion),
  density: density.default(defaultPreferences.density),
});
/** How a person likes the pages to be shown; follows them from one device to the next. */
export type Preferences = z.output<typeof preferences>;

/** Only what changes: no default may slip in and overwrite what was chosen before. */
export const preferenceChange = z.strictObject({ theme: theme.optional(), textSize: textSize.optional(), motion: motion.optional(), density: density.optional() });

export const personName = shortText(120);
export const jobTitle = shortText(160, 0);

export const person = z.object({
  id: identifier,
  name: z.string(),
  email: emailAddress,
  jobTitle: z.string(),
  language,
  preferences,
});
/** Someone with an account, as they see themselves. */
export type Person = z.output<typeof person>;

/** Who stands behind an id in other people's eyes; an erased person has no name any more. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string | null;
}
