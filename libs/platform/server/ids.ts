import { v7 } from 'uuid';

/** A new identifier: uuid v7, so that index pages fill in order of creation. */
export const newId = (): string => v7();
