import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { aDocument, updatesOf, write } from '../../contract/drafts.fixtures';
import { sameDraft } from './draft-compaction';
import { DraftCopy } from './draft-copy';

describe('a snapshot is compared with what it was made from', () => {
  const doc = aDocument('Bonjour à tous');
  const start = Y.encodeStateAsUpdate(doc);
  const steps = updatesOf(doc, () => ['text', 'delete', 'block'].forEach((what, where) => write(doc, { what: what as 'text', where, how: 3 })));
  const rows = [start, ...steps].map((bytes, index) => ({ seq: index + 1, bytes }));
  const whole = (): DraftCopy => DraftCopy.from({ seq: rows.length, snapshot: null, rows });
  const snapshotOf = (made: Y.Doc) => ({ uptoSeq: rows.length, bytes: Y.encodeStateAsUpdate(made), stateVector: Y.encodeStateVector(made) });

  it('and kept when it is the same', () => {
    expect(sameDraft(whole(), snapshotOf(doc))).toBe(true);
  });

  it('and not when a row, or a deletion alone, is not in it', () => {
    const short = DraftCopy.from({ seq: rows.length - 1, snapshot: null, rows: rows.slice(0, -1) });
    expect(sameDraft(whole(), snapshotOf(short.doc))).toBe(false);
    const undeleted = new Y.Doc();
    rows.filter(({ seq }) => seq !== 3).forEach((row) => Y.applyUpdate(undeleted, row.bytes));
    expect(sameDraft(whole(), snapshotOf(undeleted))).toBe(false);
  });
});
