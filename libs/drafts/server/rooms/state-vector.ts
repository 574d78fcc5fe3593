import { AppError } from '@cohorte/platform/contract';
import * as Y from 'yjs';

/** A state vector from outside, once it is known that Yjs can read it. */
export function readableStateVector(bytes: Uint8Array): Uint8Array {
  try {
    Y.decodeStateVector(bytes);
    return bytes;
  } catch {
    throw new AppError('bad-input', 'drafts.update-refused', { reason: 'state-vector' });
  }
}
