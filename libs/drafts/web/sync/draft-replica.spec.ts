import * as Y from 'yjs';
import { DraftReplica } from './draft-replica';

const writing = (doc: Y.Doc, text: string): Uint8Array => {
  const before = Y.encodeStateVector(doc);
  doc.getText('content').insert(doc.getText('content').length, text);
  return Y.encodeStateAsUpdate(doc, before);
};

describe('what the server lacks of a tab’s text', () => {
  let other: Y.Doc;
  let sent: Uint8Array[];
  let replica: DraftReplica;
  beforeEach(() => {
    other = new Y.Doc();
    sent = [];
    replica = new DraftReplica((update) => sent.push(update));
  });
  const clientsOf = (update: Uint8Array | null): number[] => (update ? [...Y.parseUpdateMeta(update).to.keys()] : []);

  it('is this tab’s work only, even when others’ work arrived after the answer that says what is lacking', () => {
    replica.apply([writing(other, 'avant ')], 'server');
    const answer = replica.stateVector();
    writing(replica.doc(), 'ici ');
    replica.apply([writing(other, 'pendant ')], 'server');
    expect(clientsOf(replica.missingFrom(answer))).toEqual([replica.clientId]);
  });

  it('is nothing when only others wrote since', () => {
    const answer = replica.stateVector();
    replica.apply([writing(other, 'pendant ')], 'server');
    expect(replica.missingFrom(answer)).toBeNull();
  });

  it('is also the work of a former tab that this device kept', () => {
    const answer = replica.stateVector();
    replica.apply([writing(other, 'gardé ')], 'kept');
    expect(clientsOf(replica.missingFrom(answer))).toEqual([other.clientID]);
    expect(sent).toEqual([]);
  });
});
