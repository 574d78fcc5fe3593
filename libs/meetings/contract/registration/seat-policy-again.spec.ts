import { policyOfSpace, policyProblems, type SeatPolicy } from './seat-policy';
import { type HeldAgain, policyAgain } from './seat-policy-again';

const former: SeatPolicy = {
  ...policyOfSpace('first', 'cohort'), places: 40, promotion: 'offer', offerHours: 12, approval: true,
  perStructure: { most: 2, until: '2026-03-05T13:00:00.000Z' }, reserved: { share: 20, kinds: ['municipality'], purchasesUpTo: null, until: '2026-03-08T08:00:00.000Z' },
  opensAt: '2026-02-12T08:00:00.000Z', closesAt: '2026-03-11T17:00:00.000Z', drawAt: '2026-02-26T11:00:00.000Z',
  questions: [{ id: 'q', kind: 'text', label: 'Un régime ?', required: false, choices: [], onlyIf: null }],
};
const autumn: HeldAgain = {
  from: { spaceId: 'first', startsAt: '2026-03-12T13:00:00.000Z' }, to: { spaceId: 'second', startsAt: '2026-09-17T12:00:00.000Z' }, zone: 'Europe/Paris', now: '2026-05-01T08:00:00.000Z',
};

describe('the rule of places of a meeting held again', () => {
  it('keeps its limits, questions and ways; its instants keep their distance to the date and their hour over a change of hour', () => {
    const again = policyAgain(former, autumn);
    expect(again).toEqual({
      ...former, audience: { ...former.audience, cohortIds: ['second'] },
      perStructure: { most: 2, until: '2026-09-10T12:00:00.000Z' }, reserved: { share: 20, kinds: ['municipality'], purchasesUpTo: null, until: '2026-09-13T07:00:00.000Z' },
      opensAt: '2026-08-20T07:00:00.000Z', closesAt: '2026-09-16T16:00:00.000Z', drawAt: '2026-09-03T10:00:00.000Z',
    });
    expect(policyProblems(again, new Date('2026-09-17T12:00:00Z'))).toEqual({});
  });

  it('without a date, or without a former one, promises no instant', () => {
    for (const undated of [{ ...autumn, to: { spaceId: 'second', startsAt: null } }, { ...autumn, from: { spaceId: 'first', startsAt: null } }]) {
      expect(policyAgain(former, undated)).toMatchObject({ places: 40, perStructure: { most: 2, until: null }, reserved: { until: null }, opensAt: null, closesAt: null, drawAt: null });
    }
  });

  it('held again too soon for its draw and its closing, is neither drawn with nobody nor closed from the start', () => {
    expect(policyAgain(former, { ...autumn, now: '2026-09-16T20:00:00.000Z' })).toMatchObject({ closesAt: null, drawAt: null, opensAt: '2026-08-20T07:00:00.000Z' });
  });

  it('leaves other groups that were welcome welcome', () => {
    const policy: SeatPolicy = { ...former, audience: { subjectToCode: true, cohortIds: ['first', 'guests'], departments: ['76'], kinds: ['hospital'], roles: ['lead'] } };
    expect(policyAgain(policy, autumn).audience).toEqual({ subjectToCode: true, cohortIds: ['second', 'guests'], departments: ['76'], kinds: ['hospital'], roles: ['lead'] });
    expect(policyAgain({ ...former, audience: null }, autumn).audience).toBeNull();
  });
});
