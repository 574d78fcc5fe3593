import * as Y from 'yjs';
import { FakeOutbox, FakeServer, openTab, settle } from '../drafts.fixtures';
import type { Tab } from '../drafts.fixtures';

describe('keeping a draft and the server in step', () => {
  let server: FakeServer;
  let outbox: FakeOutbox;
  let tab: Tab;

  beforeEach(() => {
    server = new FakeServer();
    outbox = new FakeOutbox();
    tab = openTab(server, outbox);
  });

  const online = async (): Promise<void> => {
    tab.sync.online();
    await settle();
  };

  it('counts an edit as unsent from the keystroke to the acknowledgement', async () => {
    await online();
    server.next.push('hang');
    tab.type('a');
    expect(tab.sync.unsent()).toBe(1);
    await settle();
    expect(tab.sync.unsent()).toBe(1);
    expect(outbox.rows).toHaveLength(1);
    server.release.forEach((release) => release());
    await settle();
    expect(tab.sync.unsent()).toBe(0);
    expect(outbox.rows).toHaveLength(0);
    expect(server.text()).toBe('a');
  });

  it('has one push in flight and merges what waits behind it', async () => {
    await online();
    server.next.push('hang');
    tab.type('b');
    await settle();
    for (const letter of 'onjour') tab.type(letter);
    await settle();
    expect(server.pushes).toHaveLength(1);
    server.release.forEach((release) => release());
    await settle();
    expect(server.pushes).toHaveLength(2);
    expect(server.text()).toBe('bonjour');
    expect(tab.sync.unsent()).toBe(0);
  });

  it('writes what arrives during a slow write in one go, and says meanwhile that this tab alone holds it', async () => {
    let write = (): void => undefined;
    outbox.disk = new Promise((resolve) => (write = resolve));
    tab.type('t');
    await settle();
    for (const letter of 'rain') tab.type(letter);
    await settle();
    expect([tab.sync.unstored(), tab.sync.unsent(), outbox.rows.length]).toEqual([5, 5, 0]);
    write();
    await settle();
    expect([tab.sync.unstored(), tab.sync.unsent(), outbox.rows.length]).toEqual([0, 5, 5]);
    expect(outbox.writes).toBe(2);
  });

  it('tells when the disk refused an edit, and still sends it', async () => {
    outbox.disk = Promise.reject(new Error('full'));
    tab.type('a');
    await settle();
    expect([tab.sync.stores(), tab.sync.unsent()]).toEqual([false, 1]);
    await online();
    expect([server.text(), tab.sync.unsent()]).toEqual(['a', 0]);
  });

  it('sends again under the same push id when the answer was lost', async () => {
    await online();
    server.next.push('lose-answer');
    tab.type('une fois');
    await settle();
    expect(tab.sync.unsent()).toBe(1);
    tab.type(' et pas deux');
    tab.pauses.splice(0).forEach((work) => work());
    await settle();
    expect(server.pushes[1]?.pushId).toBe(server.pushes[0]?.pushId);
    expect(server.text()).toBe('une fois et pas deux');
    expect(server.saved.size).toBe(2);
    expect(tab.sync.unsent()).toBe(0);
  });

  it('is not held up by an answer that never comes once it has joined again', async () => {
    await online();
    server.next.push('hang');
    tab.type('a');
    await settle();
    tab.sync.offline();
    tab.type('b');
    await settle();
    expect(tab.sync.phase()).toBe('offline');
    expect(tab.sync.unsent()).toBe(2);
    await online();
    expect(server.text()).toBe('ab');
    expect(tab.sync.unsent()).toBe(0);
    server.release.forEach((release) => release());
    await settle();
    expect(tab.sync.unsent()).toBe(0);
    expect(server.text()).toBe('ab');
  });

  it('keeps what was typed offline through a closed tab, and the next tab sends it', async () => {
    await online();
    tab.sync.offline();
    for (const letter of 'hors ligne') tab.type(letter);
    await settle();
    const nextTab = openTab(server, outbox);
    nextTab.sync.online();
    await settle();
    expect(server.text()).toBe('hors ligne');
    expect(nextTab.text()).toBe('hors ligne');
    expect(outbox.rows).toHaveLength(0);
  });

  it('answers «resync» with everything the server lacks', async () => {
    await online();
    tab.type('perdu ');
    await settle();
    const behind = new FakeServer();
    const other = openTab(behind, outbox);
    Y.applyUpdate(other.replica.doc(), Y.encodeStateAsUpdate(server.doc), 'server');
    await other.sync.takeOver();
    behind.right = 'reader';
    other.sync.online();
    await settle();
    other.sync.rightChanged('editor');
    other.type('retrouvé');
    await settle();
    expect(behind.text()).toBe('perdu retrouvé');
    expect(other.sync.unsent()).toBe(0);
  });

  it('sends what the server lacks even when this browser keeps nothing', async () => {
    tab.type('sans stockage');
    await settle();
    outbox.rows = [];
    const bare = openTab(server, outbox);
    Y.applyUpdate(bare.replica.doc(), tab.replica.state(), 'server');
    bare.sync.online();
    await settle();
    expect(server.text()).toBe('sans stockage');
  });

  it('keeps a refused edit aside and starts again from the server’s text', async () => {
    server.doc.getText('t').insert(0, 'texte commun');
    await online();
    server.next.push({ kind: 'bad-input', code: 'drafts.update-refused' });
    tab.type(' refusé');
    await settle();
    expect(outbox.aside).toHaveLength(1);
    expect(tab.sync.refused()[0]?.code).toBe('drafts.update-refused');
    expect(tab.text()).toBe('texte commun');
    expect(tab.sync.unsent()).toBe(0);
    tab.type(' accepté');
    await settle();
    expect(server.text()).toBe('texte commun accepté');
  });

  it('waits and tries again when the server cannot save now', async () => {
    await online();
    server.next.push({ kind: 'unavailable', code: 'drafts.cannot-save' });
    tab.type('patience');
    await settle();
    expect(tab.sync.phase()).toBe('joining');
    expect(tab.sync.unsent()).toBe(1);
    tab.pauses.splice(0).forEach((work) => work());
    await settle();
    expect(server.text()).toBe('patience');
    expect(tab.sync.phase()).toBe('live');
  });

  it('keeps everything when the session has expired', async () => {
    await online();
    server.next.push({ kind: 'unauthenticated', code: 'platform.sign-in-needed' });
    tab.type('gardé');
    await settle();
    expect(tab.sync.ending()).toBe('session-expired');
    expect(outbox.rows).toHaveLength(1);
    expect(tab.sync.unsent()).toBe(1);
  });

  it('ends when the right is withdrawn, with the unsent text still there', async () => {
    await online();
    server.next.push('hang');
    tab.type('à moi');
    await settle();
    tab.sync.end('right-withdrawn');
    expect(tab.sync.phase()).toBe('ended');
    expect(outbox.rows).toHaveLength(1);
    tab.sync.online();
    await settle();
    expect(server.joins).toBe(1);
  });

  it('ends as not found where the draft may not be known', async () => {
    server.joinError = { kind: 'not-found', code: 'drafts.not-found' };
    await online();
    expect(tab.sync.ending()).toBe('not-found');
  });

  it('joins again when a predecessor does not come', async () => {
    await online();
    const other = new Y.Doc();
    other.getText('t').insert(0, 'a');
    const seen = Y.encodeStateVector(other);
    other.getText('t').insert(1, 'b');
    tab.sync.received(2, [Y.encodeStateAsUpdate(other, seen)]);
    Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(other));
    tab.pauses.splice(0).forEach((work) => work());
    await settle();
    expect(server.joins).toBe(2);
    expect(tab.text()).toBe('ab');
  });
});
