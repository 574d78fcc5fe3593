import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { createTestApp, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import * as Y from 'yjs';
import { contentField } from '../../contract';
import { DraftCopy } from '../rooms/draft-copy';
import { DraftGrantsService } from '../draft-grants.service';
import { DraftHistory } from '../rooms/draft-history';
import { DraftExportService } from '../projections/draft-export.service';
import { DraftService } from '../draft.service';
import { Neighbourhood, Writer } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';

let app: TestApp;
let place: Neighbourhood;

let leading: Actor;

beforeAll(async () => {
  app = await createTestApp({ imports: [DraftsModule], actor: null });
  place = await Neighbourhood.build(app);
  leading = await place.person('Lise', 'lead');
});

afterAll(async () => {
  await place?.close();
  await app?.close();
});

const codeOf = async (promise: Promise<{ outcome: string }>): Promise<string> =>
  promise.then(({ outcome }) => outcome, (error: unknown) => (error instanceof AppError ? error.code : String(error)));

interface Table {
  readonly draftId: string;
  readonly lead: Writer;
  readonly expert: Writer;
}

/** A draft with one sentence, its lead, and an expert who may only propose. */
async function table(): Promise<Table> {
  const draftId = await place.draft();
  const lead = new Writer(app, leading);
  await lead.join(draftId);
  await lead.push(draftId, lead.typed('Le marché est clos.'));
  const expert = new Writer(app, await place.person('Ada', 'expert'));
  await app.get(DraftGrantsService).grant(lead.actor, { draftId, personId: expert.actor.personId, right: 'suggester' });
  await expert.join(draftId);
  return { draftId, lead, expert };
}

const lastText = (writer: Writer): Y.XmlText => {
  const root = writer.doc.getXmlFragment(contentField);
  return (root.get(root.length - 1) as Y.XmlElement).get(0) as Y.XmlText;
};

function change(writer: Writer, work: (text: Y.XmlText) => void): Uint8Array {
  const before = Y.encodeStateVector(writer.doc);
  writer.doc.transact(() => work(lastText(writer)));
  return Y.encodeStateAsUpdate(writer.doc, before);
}

const stamp = (writer: Writer) => ({ id: 7, person: writer.actor.personId, at: 1_760_000_000 });
const propose = (writer: Writer): Uint8Array =>
  change(writer, (text) => {
    text.format(3, 6, { 'deletion--abcdefgh': stamp(writer) });
    text.insert(9, 'contrat', { insertion: { ...stamp(writer), role: null }, 'deletion--abcdefgh': null });
  });

const journal = async (draftId: string): Promise<string> => DraftCopy.from(await app.get(DraftHistory).load(draftId)).content.toString();
const rowsOf = async (draftId: string): Promise<number> =>
  Number((await place.rows<{ n: string }>('SELECT count(*) AS n FROM drafts_update WHERE draft_id = $1', [draftId]))[0]?.n);

describe('an expert invited to propose', () => {
  it('is heard by the others once what is proposed is durable, and the official text stays', async () => {
    const { draftId, lead, expert } = await table();
    expect(await codeOf(expert.push(draftId, propose(expert)))).toBe('saved');
    expect(lead.text).toBe(expert.text);
    expect(await journal(draftId)).toBe(lead.text);
    const { content } = await app.get(DraftExportService).text(lead.actor, draftId);
    expect(content).toContain('Le marché est clos.');
    expect(content).not.toContain('contrat');
    const { html, words } = await app.get(DraftService).open(lead.actor, draftId);
    expect(html).toContain('<del class="co-deletion" title="Ada">marché</del><ins class="co-insertion" title="Ada">contrat</ins>');
    expect(words).toBe(6);
  });

  it('may withdraw, and may not decide', async () => {
    const { draftId, expert } = await table();
    await expert.push(draftId, propose(expert));
    expect(await codeOf(expert.push(draftId, change(expert, (text) => text.delete(9, 7))))).toBe('saved');
    expect(await codeOf(expert.push(draftId, change(expert, (text) => text.delete(3, 6))))).toBe('drafts.suggestion-changes-text');
  });

  it('an editor may accept what the expert proposes', async () => {
    const { draftId, lead, expert } = await table();
    await expert.push(draftId, propose(expert));
    const accept = change(lead, (text) => {
      text.format(9, 7, { insertion: null });
      text.delete(3, 6);
    });
    expect(await codeOf(lead.push(draftId, accept))).toBe('saved');
    expect(lastText(expert).toString()).toContain('Le contrat est clos.');
  });

  it.each<[string, (text: Y.XmlText, lead: Writer) => void]>([
    ['writes plainly', (text) => text.insert(0, 'Non. ')],
    ['deletes', (text) => text.delete(0, 3)],
    ['formats', (text) => text.format(0, 3, { bold: {} })],
    ['proposes in the lead’s name', (text, lead) => text.insert(0, 'Oui. ', { insertion: { ...stamp(lead), role: null } })],
    ['passes the text off as a proposal', (text, lead) => text.format(0, 3, { insertion: { ...stamp(lead), role: null } })],
  ])('is refused by name when the update %s, and nobody sees it', async (_, work) => {
    const { draftId, lead, expert } = await table();
    const [before, rows] = [await journal(draftId), await rowsOf(draftId)];
    lead.heard.length = 0;
    expect(await codeOf(expert.push(draftId, change(expert, (text) => work(text, lead))))).toBe('drafts.suggestion-changes-text');
    expect(await journal(draftId)).toBe(before);
    expect(await rowsOf(draftId)).toBe(rows);
    expect(lead.told('updated')).toEqual([]);
  });

  it('who insists is shown out, and the others write on', async () => {
    const { draftId, lead, expert } = await table();
    const hostile = change(expert, (text) => text.insert(0, 'X'));
    for (let attempt = 0; attempt < 5; attempt += 1) await codeOf(expert.push(draftId, hostile));
    expect(expert.told('closed').at(-1)?.payload).toMatchObject({ reason: 'refused-too-often' });
    expect(await codeOf(lead.push(draftId, lead.typed('suite')))).toBe('saved');
    expect(lead.text).not.toContain('X');
  });

  it('what two people propose at once, and what an editor writes meanwhile, all stay', async () => {
    const { draftId, lead, expert } = await table();
    const second = new Writer(app, await place.person('Grace', 'expert'));
    await app.get(DraftGrantsService).grant(lead.actor, { draftId, personId: second.actor.personId, right: 'suggester' });
    await second.join(draftId);
    const answers = await Promise.all([
      expert.push(draftId, propose(expert)),
      second.push(draftId, change(second, (text) => text.insert(text.length, ' Enfin.', { insertion: { ...stamp(second), role: null } }))),
      lead.push(draftId, change(lead, (text) => text.insert(0, 'Ici. '))),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['saved', 'saved', 'saved']);
    expect(new Set([lead.text, expert.text, second.text, await journal(draftId)]).size).toBe(1);
    expect((await app.get(DraftService).read(lead.actor, draftId)).projection.text).toContain('Ici. Le marché est clos.\n');
  });

  it('a push sent again keeps its place, and a right lowered to reading stops it', async () => {
    const { draftId, lead, expert } = await table();
    const [update, pushId] = [propose(expert), newId()];
    const first = await expert.push(draftId, update, pushId);
    expect(await expert.push(draftId, update, pushId)).toEqual(first);
    await app.get(DraftGrantsService).grant(lead.actor, { draftId, personId: expert.actor.personId, right: 'commenter' });
    await expert.join(draftId);
    expect(await codeOf(expert.push(draftId, change(expert, (text) => text.insert(0, 'x', { insertion: { ...stamp(expert), role: null } }))))).toBe('drafts.read-only');
  });
});
