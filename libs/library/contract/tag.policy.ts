import { animates } from '@cohorte/networks/contract';
import { isOfNetwork, type Reader } from './resource.policy';

export const tagActions = ['read', 'keep'] as const;
export type TagAction = (typeof tagActions)[number];

/** The tags of a network are read by its people, put in order by those who animate it. */
export const canTags = (reader: Reader, action: TagAction, networkId: string): boolean =>
  action === 'read' ? isOfNetwork(reader, networkId) : animates({ personId: reader.personId ?? '', roles: reader.roles }, [networkId]);
