import { demoCohort, meetingsFrom } from './cohort';
import { demoPeople, expertReader, leadToReplace, pendingInvitation } from './people';
import { partialDrafts } from './partial-drafts';
import { spaserDemo } from './spaser-demo/spaser-demo';
import { demoStructures, hospitalGroupKeys } from './structures';

const keys = demoStructures.map((structure) => structure.key);
const rolesIn = (space: string): string[] => demoPeople.flatMap((person) => person.roles.filter((held) => held.space === space).map((held) => held.role));

describe('the demonstration', () => {
  it('has eleven hospital groups, each with a support establishment and one lead', () => {
    expect(hospitalGroupKeys).toHaveLength(11);
    for (const key of hospitalGroupKeys) {
      const supports = demoStructures.filter((structure) => structure.parentKey === key && structure.groupRole === 'support');
      expect({ key, supports: supports.length, leads: rolesIn(key).filter((role) => role === 'lead').length }).toEqual({ key, supports: 1, leads: 1 });
    }
  });

  it('names each structure and person once, parents before children', () => {
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(demoPeople.map((person) => person.email)).size).toBe(demoPeople.length);
    demoStructures.forEach((structure, index) => {
      if (structure.parentKey) expect(keys.slice(0, index)).toContain(structure.parentKey);
    });
  });

  it('writes to reserved addresses only', () => {
    const addresses = [...demoPeople.map((person) => person.email), pendingInvitation.email];
    expect(addresses.filter((address) => !/^[a-z.-]+@[a-z0-9-]+\.example$/.test(address))).toEqual([]);
  });

  it('refers to people and structures that are there', () => {
    const people = demoPeople.map((person) => person.key);
    const named = [leadToReplace.leaving, leadToReplace.taking, expertReader.personKey, pendingInvitation.invitedBy];
    expect(named.filter((key) => !people.includes(key))).toEqual([]);
    const spaces = demoPeople.flatMap((person) => person.roles.map((held) => held.space)).filter((space) => !['network', 'cohort'].includes(space));
    const used = [...spaces, spaserDemo.structureKey, ...partialDrafts.map((draft) => draft.structureKey), demoCohort.sponsorKey];
    expect(used.filter((key) => !keys.includes(key))).toEqual([]);
    expect(rolesIn('network').filter((role) => role === 'animator').length).toBeGreaterThanOrEqual(2);
  });

  it('shows the launch held and every other meeting still to be dated', () => {
    const meetings = meetingsFrom(new Date('2026-11-22T08:00:00Z'));
    expect(meetings[0]).toMatchObject({ state: 'held', startsAt: '2026-11-12T13:00:00.000Z', endsAt: '2026-11-12T14:30:00.000Z' });
    expect(meetings.slice(1).every((meeting) => meeting.startsAt === null)).toBe(true);
    expect(meetings.filter((meeting) => meeting.number !== null)).toHaveLength(6);
  });
});
