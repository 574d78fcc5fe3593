import * as z from 'zod';
import { emailAddress, identifier, language, shortText } from '@cohorte/platform/contract';

export const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  textSize: z.enum(['normal', 'large']).default('normal'),
  motion: z.enum(['system', 'reduce']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
});
/** How a person likes the pages to be shown; follows them from one device to the next. */
export type Preferences = z.output<typeof preferences>;

export const defaultPreferences: Preferences = preferences.parse({});

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
