import * as drafts from '@cohorte/drafts/contract';
import type { Endpoint } from '@cohorte/platform/contract';
import { newId } from '@cohorte/platform/server';
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { request, type Person } from '../place';
import type { ServerNode } from '../server-node';
import type { Tab } from '../tab';
import { rootOf } from '../tab-acts';

interface VictimOptions {
  readonly tab: Tab;
  readonly person: Person;
  readonly node: ServerNode;
  readonly way: 'grant removed' | 'role removed' | 'session ended' | 'lowered to reader';
  readonly withdraw: () => Promise<unknown>;
}

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'output' in value;
/** Everything that reads one draft over REST. */
const readings = (Object.values(drafts) as unknown[]).filter(isEndpoint).filter(({ method, path }) => method === 'GET' && path.includes(':draftId'));

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? error);

/** Someone whose right is taken away while they write, and who does not take it well: their tab goes on sending. */
export class Victim {
  readonly forbiddenWord = `interdit-${newId()}`;
  private orderedAt = 0;
  private lastSignOfLife = 0;
  private newsSince = 0;

  constructor(private readonly options: VictimOptions) {}

  get tab(): Tab {
    return this.options.tab;
  }

  get way(): VictimOptions['way'] {
    return this.options.way;
  }

  /** From the order's departure, so rather more than the true delay. */
  get lastByteAfterMs(): number {
    return Math.max(0, this.lastSignOfLife - this.orderedAt);
  }

  async loseIt(): Promise<void> {
    const { engine } = this.tab.socket.io;
    if (this.way !== 'lowered to reader') engine.on('packet', ({ type }: { type: string }) => void (type === 'message' && this.live()));
    this.orderedAt = performance.now();
    this.live();
    await this.options.withdraw();
    if (this.way === 'lowered to reader') void this.insists();
  }

  /** Somebody else in this draft, on this node, was told something. */
  neighbourHeard(): void {
    if (this.way !== 'lowered to reader') this.newsSince += 1;
  }

  /** Nothing came for so long, while others were told so much; for a reader, so many refusals and no acceptance. */
  isCutOff(silenceMs: number, news: number): boolean {
    return performance.now() - this.lastSignOfLife > silenceMs && this.newsSince >= news;
  }

  /** By any door: what was withdrawn must be closed at each. */
  async whatIsStillOpen(): Promise<string[]> {
    return [...(await this.byTheSocket()), ...(await this.byRest())].map((door) => `${this.way}: ${door}`);
  }

  private live(): void {
    this.lastSignOfLife = performance.now();
    this.newsSince = 0;
  }

  private async insists(): Promise<void> {
    while (!this.tab.isClosed) {
      await this.send('encore ').then(() => this.live(), (error: unknown) => void (this.newsSince += codeOf(error) === 'drafts.read-only' ? 1 : 0));
      await wait(40);
    }
  }

  private async send(text: string): Promise<void> {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, this.tab.replica.state());
    const before = Y.encodeStateVector(doc);
    const paragraph = new Y.XmlElement('paragraph');
    rootOf(doc).insert(0, [paragraph]);
    const written = new Y.XmlText();
    paragraph.insert(0, [written]);
    written.insert(0, text);
    const outcome = (await this.tab.push(newId(), Y.encodeStateAsUpdate(doc, before))) as { outcome: string };
    if (outcome.outcome !== 'saved') throw new Error(outcome.outcome);
  }

  private async byTheSocket(): Promise<string[]> {
    const expected = { 'session ended': ['platform.offline'], 'lowered to reader': ['drafts.read-only', 'drafts.too-fast'] }[this.way as string] ?? ['drafts.not-joined', 'drafts.not-found'];
    const code = await this.send(this.forbiddenWord).then(() => 'saved', codeOf);
    const wrong = expected.includes(code) ? [] : [`push: ${code}`];
    if (this.way === 'session ended') return this.tab.socket.connected ? [...wrong, 'the socket'] : wrong;
    if (this.way === 'lowered to reader') return wrong;
    const joined = await this.tab.rejoin().then(() => 'joined', codeOf);
    return joined === 'drafts.not-found' ? wrong : [...wrong, `join: ${joined}`];
  }

  private async byRest(): Promise<string[]> {
    if (this.way === 'lowered to reader') return [];
    const status = this.way === 'session ended' ? 401 : 404;
    const { person, node, tab } = this.options;
    const { draftId } = tab.options;
    const addresses = [...readings.map(({ path }) => `/api${path.replace(':draftId', draftId).replaceAll(/:\w+/g, newId())}`), ...drafts.exportFormats.map((format) => drafts.exportAddress(draftId, format))];
    const answers = await Promise.all(addresses.map(async (address) => ({ address, ...(await request(node, person, { path: address })) })));
    // A question without what it must contain is turned down before anybody looks who asks.
    return answers.filter((answer) => answer.status !== status && answer.body['code'] !== 'platform.bad-input').map((answer) => `${answer.address}: ${answer.status} ${String(answer.body['code'])}`);
  }
}
