import { AppError } from '@cohorte/platform/contract';
import * as Y from 'yjs';
import { commentLimits } from '../../contract';

/** The position a browser sent, as it is stored; anything that is not one would trouble every reader of the thread. */
export function anchorBytes(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > commentLimits.anchorBytes || !isPosition(bytes)) throw new AppError('bad-input', 'drafts.passage-unclear');
  return bytes;
}

/** A position in some text of the draft: one that names a root of its own would make readers create it. */
function isPosition(bytes: Buffer): boolean {
  try {
    const { item, type, tname } = Y.decodeRelativePosition(bytes);
    return tname === null && (item !== null || type !== null);
  } catch {
    return false;
  }
}
