import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type * as Y from 'yjs';
import { PlanEdits, readPlanOf, readUpdate } from '../../contract';
import { somePlanRules } from '../../contract/plan/plan.fixtures';
import { Turns } from './draft-turns';
import { versionHtml } from './version-html';
import { restoration } from './version-restoration';
import { Past, textAt } from './version.fixtures';

const planning = (past: Past, person: string, act: (edits: PlanEdits) => void): number => past.write(person, (_, doc: Y.Doc) => act(new PlanEdits(doc, somePlanRules)));
const shown = (past: Past, from: number, to: number): string => past.plan(from, to).map(versionHtml).join('');
const bare = (html: string): string => html.replace(/ data-(?:at|number)="[^"]*"/g, '');

/** An axis with two goals, made by Ada: rows 2 to 4. */
function aPlan(): Past {
  const past = new Past();
  planning(past, 'ada', (edits) => edits.add({ id: 'axis-0001', type: 'axis', fields: { title: 'Énergie' } }, { parent: '' }));
  planning(past, 'ada', (edits) => edits.add({ id: 'goal-0001', type: 'goal', fields: { title: 'Moins de gaz', text: 'De moitié' } }, { parent: 'axis-0001' }));
  planning(past, 'ada', (edits) => edits.add({ id: 'goal-0002', type: 'goal', fields: { title: 'Isoler' } }, { parent: 'axis-0001' }));
  return past;
}

describe('the plan among the versions', () => {
  it('is read below the text of its position, and nowhere when there was none', () => {
    const past = aPlan();
    expect(shown(past, 1, 1)).toBe('');
    expect(shown(past, 3, 3)).toBe('<h2>Plan</h2><ul><li><p><strong>Énergie</strong></p><ul><li><p><strong>Moins de gaz</strong></p><p>De moitié</p></li></ul></li></ul>');
  });

  it('says who added, changed, moved and took away what', () => {
    const past = aPlan();
    planning(past, 'grace', (edits) => edits.set('goal-0001', 'title', 'Sans gaz'));
    planning(past, 'marc', (edits) => edits.remove('goal-0002'));
    planning(past, 'grace', (edits) => edits.add({ id: 'goal-0003', type: 'action', fields: { title: 'Former', year: 2027, tags: ['a', 'b'] } }, { parent: '' }));
    const html = bare(shown(past, 4, 7));
    expect(html).toContain('<del data-change="deleted" data-author="grace"><strong>Moins de gaz</strong></del><ins data-change="inserted" data-author="grace"><strong>Sans gaz</strong></ins>');
    expect(html).toContain('<del data-change="deleted" data-author="marc"><strong>Isoler</strong></del>');
    expect(html).toContain('<ins data-change="inserted" data-author="grace">year : 2027</ins>');
    expect(html).toContain('<p>De moitié</p>');
    planning(past, 'marc', (edits) => edits.move('goal-0001', { parent: '' }));
    expect(bare(shown(past, 7, 8))).toContain('<ins data-change="moved-here" data-author="marc"><strong>Sans gaz</strong></ins>');
    expect(bare(shown(past, 7, 8))).not.toContain('data-author="grace"');
    expect(past.plan(8, 8).map(versionHtml).join('')).not.toContain('data-change');
  });

  it('comes back with the text, and undoing the restoration brings back what was', async () => {
    const past = aPlan();
    planning(past, 'grace', (edits) => edits.set('goal-0001', 'text', null));
    planning(past, 'marc', (edits) => edits.remove('axis-0001'));
    planning(past, 'grace', (edits) => edits.add({ id: 'axis-0002', type: 'axis', fields: { title: 'Tout autre' } }, { parent: '' }));
    past.write('grace', (root) => textAt(root, 0).insert(0, 'Ah, '));
    const before = readPlanOf(past.now());
    await past.restore('marc', 4);
    expect(shown(past, past.seq, past.seq)).toBe(shown(past, 4, 4));
    expect(past.at(past.seq)).toBe(past.at(4));
    expect(readPlanOf(past.now())).toMatchObject([{ id: 'axis-0001', children: [{ fields: { text: 'De moitié' } }, { id: 'goal-0002' }] }]);
    await past.restore('marc', 8);
    expect(readPlanOf(past.now())).toEqual(before);
    expect((await restoration(past.replay, past.seq, new Turns())).updates).toEqual([]);
  });

  const deed = fc.record({ what: fc.constantFrom('add', 'set', 'move', 'remove'), which: fc.nat(5), where: fc.nat(5) });

  it('of any position of any history comes back exactly, in updates that the gate lets in', async () => {
    await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), fc.nat(), async (deeds, chosen) => {
      const past = new Past();
      const plans = [readPlanOf(past.now())];
      for (const { what, which, where } of deeds) {
        planning(past, 'ada', (edits) => {
          const [id, parent] = [`entry-000${which}`, where === which || where === 5 ? '' : `entry-000${where}`];
          if (what === 'add') edits.add({ id, type: 'goal', fields: { title: `T${where}` } }, { parent });
          if (what === 'set') edits.set(id, 'text', where === 5 ? null : `x${where}`);
          if (what === 'move') edits.move(id, { parent });
          if (what === 'remove') edits.remove(id);
        });
        plans.push(readPlanOf(past.now()));
      }
      const seq = 1 + (chosen % past.seq);
      const { updates } = await restoration(past.replay, seq, new Turns());
      expect(updates.map((update) => readUpdate(update).ok)).not.toContain(false);
      await past.restore('marc', seq);
      expect(readPlanOf(past.now())).toEqual(plans[seq - 1]);
    }), { numRuns: 60 });
  });
});
