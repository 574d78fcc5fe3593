import { animates } from '@cohorte/networks/contract';
import { isOfNetwork, type Reader } from './resource.policy';

export const vocabularyActions = ['read', 'keep'] as const;
export type VocabularyAction = (typeof vocabularyActions)[number];

/** The tags of a network, and the words it takes for the same: read by its people, kept in order by those who animate it. */
export const canVocabulary = (reader: Reader, action: VocabularyAction, networkId: string): boolean =>
  action === 'read' ? isOfNetwork(reader, networkId) : animates({ personId: reader.personId ?? '', roles: reader.roles }, [networkId]);
