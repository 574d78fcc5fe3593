import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { systemActor } from '@cohorte/platform/contract';
import { Database, newId } from '@cohorte/platform/server';
import type { LiveSocket, PreparedMessage, TestApp } from '@cohorte/platform/server';
import pg from 'pg';
import * as Y from 'yjs';
import { contentField, draftsProtocol } from '../contract';
import type { OutlineTemplate, PresenceSeat, PushOutcome } from '../contract';
import { DraftKinds } from './draft-kinds';
import { DraftGateway } from './rooms/draft.gateway';
import { DraftService } from './draft.service';

export const anOutline: OutlineTemplate = {
  sections: [{ id: 'context', title: 'Contexte', guidance: 'Dites d’où vous partez.' }, { id: 'goals', title: 'Objectifs' }],
};

/** A structure with its people, straight in the tables. */
export class Neighbourhood {
  private constructor(
    readonly app: TestApp,
    private readonly db: pg.Client,
    readonly structureId: string,
  ) {}

  static async build(app: TestApp): Promise<Neighbourhood> {
    const db = new pg.Client({ connectionString: app.database.superUrl });
    await db.connect();
    const place = new Neighbourhood(app, db, newId());
    await place.structure(place.structureId, 'CHU de Caen');
    app.get(DraftKinds).register({ code: 'notes', titleKey: 'kinds.notes', outline: anOutline });
    return place;
  }

  async structure(id: string, name: string): Promise<void> {
    await this.db.query(`INSERT INTO networks_space (id, kind, created_at) VALUES ($1, 'structure', now())`, [id]);
    await this.db.query(
      `INSERT INTO networks_structure (id, name, kind, is_legal_person, is_subject_to_code, created_at) VALUES ($1, $2, 'hospital', true, true, now())`, [id, name]);
  }

  async cohort(): Promise<{ networkId: string; cohortId: string }> {
    const [networkId, cohortId] = [newId(), newId()];
    await this.db.query(`INSERT INTO networks_space (id, kind, created_at) VALUES ($1, 'network', now())`, [networkId]);
    await this.db.query(`INSERT INTO networks_network (id, name, slug, region, created_at) VALUES ($1, 'RAN', $2, 'Normandie', now())`, [networkId, networkId]);
    await this.db.query(`INSERT INTO networks_space (id, kind, network_id, name, created_at) VALUES ($1, 'cohort', $2, 'Promotion 1', now())`, [cohortId, networkId]);
    return { networkId, cohortId };
  }

  async person(name: string, role?: MemberRole, spaceId = this.structureId, spaceKind: SpaceKind = 'structure'): Promise<Actor> {
    const personId = newId();
    await this.db.query(
      `INSERT INTO identity_person (id, name, email, language, created_at, updated_at) VALUES ($1, $2, $3, 'fr', now(), now())`, [personId, name, `${personId}@example.org`]);
    if (!role) return { personId, roles: [] };
    await this.db.query(`INSERT INTO networks_membership (id, space_id, person_id, role, since) VALUES ($1, $2, $3, $4, now())`, [newId(), spaceId, personId, role]);
    return { personId, roles: [{ spaceId, spaceKind, role }] };
  }

  /** Looks behind every policy. */
  async rows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.db.query<T>(sql, values)).rows;
  }

  draft(title = 'SPASER', ownerSpaceId = this.structureId): Promise<string> {
    return this.app.get(Database).transaction(systemActor('tracks'), (tx) => this.app.get(DraftService).createFrom(tx, { kind: 'notes', title, ownerSpaceId }));
  }

  async close(): Promise<void> {
    await this.db.end();
  }
}

interface Heard {
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

/** A browser's side of the channel, without the network: its own copy, what it was sent, what it sends. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly heard: Heard[] = [];
  /** Up to here it holds every row. */
  seq = 0;
  room = -1;
  pendingPackets = 0;
  pendingBytes = 0;
  dropped = 0;
  ended = false;
  private closing: (() => void)[] = [];
  readonly socket: LiveSocket;

  constructor(
    private readonly app: TestApp,
    readonly actor: Actor,
  ) {
    this.socket = {
      id: newId(),
      actor,
      data: new Map<string, unknown>(),
      emit: (_channel: unknown, name: string, payload: Record<string, unknown>) => this.hear(name, payload),
      deliver: ({ name, payload }: PreparedMessage) => this.hear(name, payload as Record<string, unknown>),
      dropPrepared: () => void (this.dropped += 1),
      end: () => void (this.ended = true),
      onClose: (run: () => void) => void this.closing.push(run),
      join: () => undefined,
      leave: () => undefined,
    } as unknown as LiveSocket;
    for (const name of ['pendingPackets', 'pendingBytes'] as const) Object.defineProperty(this.socket, name, { get: () => this[name] });
  }

  private get gateway(): DraftGateway {
    return this.app.get(DraftGateway);
  }

  async join(draftId: string) {
    const answer = await this.gateway.join(
      this.actor, { protocol: draftsProtocol, draftId, clientId: this.doc.clientID, stateVector: Y.encodeStateVector(this.doc), seq: this.seq }, this.socket);
    answer.updates.forEach((update) => Y.applyUpdate(this.doc, update, 'server'));
    this.seq = answer.seq;
    this.room = answer.room;
    return answer;
  }

  /** Everybody the channel has told of, the first join included. */
  seats(): PresenceSeat[] {
    return this.told('seats').flatMap(({ payload }) => payload['seats'] as PresenceSeat[]);
  }

  push(draftId: string, update: Uint8Array, pushId = newId()): Promise<PushOutcome> {
    return this.gateway.push(this.actor, { draftId, clientId: this.doc.clientID, pushId, update }, this.socket);
  }

  /** Types at the end of the draft and hands out the update it makes. */
  typed(text: string): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    const paragraph = new Y.XmlElement('paragraph');
    const written = new Y.XmlText();
    this.doc.transact(() => {
      const root = this.doc.getXmlFragment(contentField);
      root.insert(root.length, [paragraph]);
      paragraph.insert(0, [written]);
      written.insert(0, text);
    });
    return Y.encodeStateAsUpdate(this.doc, before);
  }

  get text(): string {
    return this.doc.getXmlFragment(contentField).toString();
  }

  told(name: string): Heard[] {
    return this.heard.filter((one) => one.name === name);
  }

  disconnect(): void {
    this.closing.splice(0).forEach((run) => run());
  }

  private hear(name: string, payload: Record<string, unknown>): void {
    this.heard.push({ name, payload });
    if (name === 'updated') (payload['updates'] as Uint8Array[]).forEach((update) => Y.applyUpdate(this.doc, update, 'server'));
  }
}
