import { animates } from '@cohorte/networks/contract';
import { isOfNetwork, type Reader } from './resource.policy';

export const synonymActions = ['read', 'keep'] as const;
export type SynonymAction = (typeof synonymActions)[number];

/** The words of a network are read by its people, kept by those who animate it. */
export const canSynonyms = (reader: Reader, action: SynonymAction, networkId: string): boolean =>
  action === 'read' ? isOfNetwork(reader, networkId) : animates({ personId: reader.personId ?? '', roles: reader.roles }, [networkId]);
