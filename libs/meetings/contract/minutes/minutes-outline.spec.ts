import type { AgendaPart } from '../meeting/agenda';
import { hasText, minutesDocument } from './minutes-outline';

const part = (id: string, kind: AgendaPart['kind'], title: string, groups: AgendaPart['groups'] = []): AgendaPart => ({ id, kind, title, minutes: 30, note: '', sitting: 0, speakerIds: [], groups });
const agenda = [part('a', 'welcome', 'Accueil'), part('b', 'plenary', 'Plénière'), part('c', 'break', ''), part('d', 'groups', 'Groupes', [{ id: 'g', title: 'Groupe 1', place: '', seats: null, note: '', speakerIds: [] }])];

const headings = (parts: readonly AgendaPart[]) => (minutesDocument(parts).content ?? []).filter((node) => node.type === 'heading').map((node) => `${String(node.attrs?.['level'])} ${node.content?.[0]?.text}`);

describe('the first text of the minutes', () => {
  it('has a heading for each part but welcome and breaks, one below for each group, then decisions and actions', () => {
    expect(headings(agenda)).toEqual(['1 En bref', '1 Plénière', '1 Groupes', '2 Groupe 1', '1 Décisions', '1 Actions']);
  });

  it('without an agenda asks what was discussed', () => {
    expect(headings([])).toEqual(['1 En bref', '1 Ce que nous avons abordé', '1 Décisions', '1 Actions']);
  });

  it('is not minutes yet while nobody wrote anything', () => {
    expect([hasText(12, agenda), hasText(13, agenda)]).toEqual([false, true]);
  });
});
