import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { request, type Person } from '../place';
import type { Stage } from '../stage';
import { Device, Tab } from '../tab';
import { isSaved, sameText } from '../tab-acts';
import type { History } from './history';
import { readPage } from './page';
import { wordsIn } from './word-ledger';

/** Machines that share two processors with others take their time; a text that never comes is still found. */
const patienceMs = 240_000;

interface Row {
  seq: string;
  push_id: string;
  bytes: Buffer;
}

/** What a closed tab had sent may land while all is looked at: then it is looked at again, so often and no more. */
const mostLooks = 4;

interface Fresh {
  readonly doc: Y.Doc;
  readonly seq: number;
}

const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};

/** Looks at everything a history left behind; answers what is wrong, in words. */
export class Verdict {
  private faults: string[] = [];
  private readonly end = Date.now() + patienceMs;

  constructor(
    private readonly history: History,
    private readonly stage: Stage,
    private readonly witness: Person,
  ) {}

  async reach(): Promise<string[]> {
    if (!(await this.everybodyIsSaved())) return this.faults;
    for (let looks = 1; ; looks += 1) {
      const fresh = await this.freshDocument();
      if (fresh) await this.compare(fresh.doc);
      if (!fresh || this.faults.length === 0 || looks === mostLooks || (await this.standsAt()) === fresh.seq) return this.faults;
      this.faults = [];
    }
  }

  private async compare(fresh: Y.Doc): Promise<void> {
    await this.replicasAgree(fresh);
    await this.journalAgrees(fresh);
    await this.readingsAgree(fresh);
    this.faults.push(...this.history.ledger.faults(readPage(fresh)));
  }

  private async standsAt(): Promise<number> {
    const [draft] = await this.stage.rows<{ seq: string }>('SELECT seq FROM drafts_draft WHERE id = $1', [this.history.cast.draftId]);
    return Number(draft?.seq);
  }

  private get live() {
    return this.history.open.filter(({ tab }) => tab.sync.phase() !== 'ended');
  }

  private async everybodyIsSaved(): Promise<boolean> {
    for (const { tab, tabId } of this.history.open) if (tab.sync.phase() === 'ended') this.faults.push(`shown out: tab ${tabId}, ${tab.sync.ending()}`);
    const calm = await this.patiently(() => this.live.every(({ tab }) => isSaved(tab)));
    if (!calm) this.faults.push(...this.live.filter(({ tab }) => !isSaved(tab)).map(({ tab, tabId }) => `stuck: tab ${tabId} is ${tab.sync.phase()}, owes ${tab.sync.unsent()}`));
    this.history.look();
    return calm;
  }

  /** What somebody sees who opens the draft for the first time. */
  private async freshDocument(): Promise<Fresh | null> {
    const { personId } = this.witness.actor;
    const tab = new Tab({ device: new Device(personId, this.witness.cookie), draftId: this.history.cast.draftId, url: this.stage.node(this.history.seed).url });
    await tab.open();
    const came = await this.patiently(() => tab.sync.phase() === 'live');
    const [state, seq] = [tab.replica.state(), tab.sync.held.upto];
    tab.kill();
    if (came) return { doc: docOf([state]), seq };
    this.faults.push(`a fresh client never got the draft: ${tab.sync.phase()} ${tab.sync.ending() ?? ''}`);
    return null;
  }

  private async replicasAgree(fresh: Y.Doc): Promise<void> {
    const differ = () => this.live.filter(({ tab }) => !sameText(tab.replica.doc(), fresh));
    if (!(await this.patiently(() => differ().length === 0))) this.faults.push(...differ().map(({ tabId }) => `diverged: tab ${tabId} and a fresh client`));
  }

  private async journalAgrees(fresh: Y.Doc): Promise<void> {
    const { draftId } = this.history.cast;
    const rows = await this.stage.rows<Row>('SELECT seq, push_id, bytes FROM drafts_history WHERE draft_id = $1 ORDER BY seq', [draftId]);
    if (rows.some((row, index) => Number(row.seq) !== index + 1)) this.faults.push(`the journal has a hole: ${rows.map((row) => row.seq).join(' ')}`);
    if (new Set(rows.map((row) => row.push_id)).size !== rows.length) this.faults.push('one push is two rows');
    const replayed = docOf(rows.map(({ bytes }) => bytes));
    if (replayed.store.pendingStructs || !sameText(replayed, fresh)) this.faults.push('the journal replays to another text');
    const lost = this.history.ledger.linksDue().filter((href) => !rows.some(({ bytes }) => bytes.includes(href)));
    this.faults.push(...lost.map((href) => `a format is lost: ${href}`));
    const [snapshot] = await this.stage.rows<{ upto_seq: string; bytes: Buffer }>('SELECT upto_seq, bytes FROM drafts_snapshot WHERE draft_id = $1 ORDER BY upto_seq DESC LIMIT 1', [draftId]);
    if (snapshot && !sameText(docOf([snapshot.bytes, ...rows.slice(Number(snapshot.upto_seq)).map(({ bytes }) => bytes)]), fresh)) this.faults.push('snapshot and tail are another text');
  }

  /** The page as HTML, the exported text, and the words of the replica: the same, in the same order, at the same position. */
  private async readingsAgree(fresh: Y.Doc): Promise<void> {
    const { draftId } = this.history.cast;
    const words = readPage(fresh).join(' ');
    const [page, text, seq] = await Promise.all([this.read(`/api/drafts/${draftId}`), this.read(`/api/drafts/${draftId}/export.txt`), this.standsAt()]);
    if (page['seq'] !== seq) this.faults.push(`the page shows position ${String(page['seq'])} of ${seq}`);
    if (wordsIn(String(page['html']).replaceAll(/<[^>]*>/g, '')).join(' ') !== words) this.faults.push('the HTML is another text');
    if (wordsIn(String(text['text'])).join(' ') !== words) this.faults.push('the exported text is another text');
  }

  private async read(path: string): Promise<Record<string, unknown>> {
    for (let turn = this.history.seed; ; turn += 1) {
      const answer = await request(this.stage.node(turn), this.witness, { path });
      if (answer.status === 200) return answer.body;
      if (Date.now() > this.end) return { seq: `${answer.status} ${String(answer.body['code'])}` };
      await wait(200);
    }
  }

  private async patiently(isSo: () => boolean): Promise<boolean> {
    while (!isSo()) {
      if (Date.now() > this.end) return false;
      await wait(25);
    }
    return true;
  }
}
