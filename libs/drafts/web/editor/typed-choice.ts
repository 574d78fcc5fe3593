import type { IconName } from '@cohorte/ui/web/icons';

/** Where on the screen the typed sign is. */
export interface TypedPlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** One line of the list. */
export interface TypedChoice {
  readonly key: string;
  readonly icon: IconName;
  readonly label: string;
}

/** The id of the line that `aria-activedescendant` names. */
export const choiceId = (key: string): string => `draft-choice-${key}`;
