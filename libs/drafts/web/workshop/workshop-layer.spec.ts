import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import type { Workshop } from '../../contract/workshop/workshop';
import { marksOf } from './workshop-marks';
import { WorkshopLayer } from './workshop-layer';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*', toDOM: () => ['p', 0] },
    heading: { group: 'block', content: 'text*', attrs: { id: {}, level: {} }, toDOM: () => ['h1', 0] },
    text: {},
  },
  marks: { bold: { toDOM: () => ['strong', 0] } },
});
const heading = (id: string, level: number) => schema.node('heading', { id, level }, schema.text(id));
const paragraph = (text: string) => schema.node('paragraph', null, schema.text(text));
const text = schema.node('doc', null, [
  paragraph('avant'), heading('axe', 1), paragraph('de l’axe'), heading('but', 2), paragraph('du but'), heading('autre', 1), paragraph('de l’autre'),
]);
const state = EditorState.create({ doc: text });

const person = (personId: string) => ({ personId, name: personId });
const aWorkshop = (given: Partial<Workshop>): Workshop => ({
  facilitator: person('lise'), startedAt: '2024-10-17T12:00:00.000Z', following: true, cursors: 'everyone', timer: null, call: null, groups: [], locks: [], ...given,
});
const group = (id: string, sectionIds: string[], people: string[]) => ({ id, name: id, sectionIds, people: people.map(person), done: null });
const lockedBy = (personId: string, sectionId: string) => ({ sectionId, by: person(personId), at: '2024-10-17T12:00:00.000Z' });

function layerFor(workshop: Workshop | null, me = 'marc') {
  const said: string[] = [];
  const layer = new WorkshopLayer({
    workshop: () => workshop, me: () => me, wordsOf: (mark) => mark.groups.join(),
    refused: ({ lock }) => said.push(`refused ${lock?.sectionId}`), elsewhere: ({ group: other }) => said.push(`elsewhere ${other?.name}`),
  });
  return { layer, said };
}

/** Inside the paragraph that holds these words. */
function at(words: string): number {
  let found = -1;
  text.descendants((node, position) => {
    if (node.isText && node.text === words) found = position;
  });
  return found;
}

describe('a section kept still', () => {
  const { layer, said } = layerFor(aWorkshop({ locks: [lockedBy('lise', 'axe')] }));
  it.each([['before it', 'avant', true], ['in it', 'de l’axe', false], ['in a section inside it', 'du but', false], ['in its heading', 'axe', false], ['after it', 'de l’autre', true]])('typing %s', (_, words, allowed) => {
    expect(layer.allows(state.tr.insertText('x', at(words) + 1), state)).toBe(allowed);
  });

  it('neither takes a format, nor part of a cut that begins before it', () => {
    expect(layer.allows(state.tr.addMark(at('du but'), at('du but') + 2, schema.mark('bold')), state)).toBe(false);
    expect(layer.allows(state.tr.delete(at('avant'), at('du but') + 1), state)).toBe(false);
    expect(layer.allows(state.tr.delete(at('de l’axe'), at('de l’autre') + 1), state)).toBe(false);
    expect(said).toContain('refused axe');
  });

  it('is found where it was when the change begins by moving it', () => {
    const moved = state.tr.insertText('beaucoup de mots', at('avant'));
    expect(layer.allows(moved.insertText('x', moved.mapping.map(at('du but') + 1)), state)).toBe(false);
    const after = state.tr.insertText('beaucoup de mots', at('avant'));
    expect(layer.allows(after.insertText('x', after.mapping.map(at('de l’autre') + 1)), state)).toBe(true);
  });

  it('is free for who keeps it, and once no workshop goes on', () => {
    expect(layerFor(aWorkshop({ locks: [lockedBy('marc', 'axe')] })).layer.allows(state.tr.insertText('x', at('du but')), state)).toBe(true);
    expect(layerFor(null).layer.allows(state.tr.insertText('x', at('du but')), state)).toBe(true);
  });
});

describe('a section given to a group', () => {
  const workshop = aWorkshop({ groups: [group('A', ['axe'], ['anna']), group('B', ['but', 'autre'], ['marc'])] });
  it('lets others write, and says whose it is', () => {
    const { layer, said } = layerFor(workshop);
    expect(layer.allows(state.tr.insertText('x', at('de l’axe') + 1), state)).toBe(true);
    expect(layer.allows(state.tr.insertText('x', at('du but') + 1), state)).toBe(true);
    expect(said).toEqual(['elsewhere A']);
  });

  it('is set off for its own, with a badge beside each heading that was given', () => {
    const drawn = layerFor(workshop).layer.draw(state).find();
    expect(drawn).toHaveLength(3 + 4);
    expect(marksOf(workshop, 'marc').get('but')).toEqual({ groups: ['B'], isMine: true, isDone: false, isStill: false });
    expect(marksOf(workshop, 'anna').get('but')?.isMine).toBe(false);
  });

  it('shared by two groups is each one’s own', () => {
    const { layer, said } = layerFor(aWorkshop({ groups: [group('A', ['autre'], ['anna']), group('B', ['autre'], ['marc'])] }));
    layer.allows(state.tr.insertText('x', at('de l’autre') + 1), state);
    expect(said).toEqual([]);
  });
});
