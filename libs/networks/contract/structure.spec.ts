import { isObliged, isSiret, makesLoop, obligationOf, type Purchaser, siret, inTreeOrder } from './structure';

const buyer = (amount: number | null, change: Partial<Purchaser> = {}): Purchaser => ({
  isLegalPerson: true,
  isSubjectToCode: true,
  purchases: amount === null ? null : { amount, year: 2024 },
  ...change,
});

it.each([
  [49_999_999.99, false],
  [50_000_000, false],
  [50_000_000.01, true],
  [62_000_000, true],
])('with purchases of %s euros without tax, obliged is %s', (amount, obliged) => {
  expect(isObliged(buyer(amount))).toBe(obliged);
});

it('without a figure, nobody is said to be obliged or not', () => {
  expect(obligationOf(buyer(null))).toBe('unknown');
});

it('a group without legal personality is not a buyer itself, whatever the sum', () => {
  expect(obligationOf(buyer(90_000_000, { isLegalPerson: false }))).toBe('not-concerned');
});

it('an organisation outside the public procurement code is not concerned', () => {
  expect(obligationOf(buyer(90_000_000, { isSubjectToCode: false }))).toBe('not-concerned');
});

it('a SIRET is fourteen digits whose sum fits, spaces allowed', () => {
  expect(siret.parse('732 829 320 00074')).toBe('73282932000074');
  for (const wrong of ['73282932000075', '7328293200007', '', 'abcdefghijklmn']) expect(isSiret(wrong)).toBe(false);
});

it('the post office’s own establishments pass although their sum does not fit', () => {
  expect(isSiret('35600000000001')).toBe(true);
});

describe('the tree', () => {
  const tree = [{ id: 'group', parentId: null }, { id: 'site', parentId: 'group' }, { id: 'ward', parentId: 'site' }];

  it('lets a structure move beside', () => expect(makesLoop('ward', 'group', tree)).toBe(false));
  it('keeps a structure from hanging below itself or below what hangs on it', () => {
    expect(makesLoop('group', 'group', tree)).toBe(true);
    expect(makesLoop('group', 'ward', tree)).toBe(true);
  });
  it('ends on a tree that is already a loop', () => {
    expect(makesLoop('new', 'a', [{ id: 'a', parentId: 'b' }, { id: 'b', parentId: 'a' }])).toBe(true);
  });
});

describe('structures in the order of their tree', () => {
  const one = (id: string, parentId: string | null = null, groupRole: 'support' | 'member' | null = null) => ({ id, name: id, parentId, groupRole });

  it('puts groups first, each with its establishments behind it, the support one leading', () => {
    const listed = [one('Ville de Caen'), one('CH d’Eu', 'GHT Caux', 'member'), one('CH de Dieppe', 'GHT Caux', 'support'), one('GHT Caux'), one('ARS')];
    expect(inTreeOrder(listed).map(({ id, isBelow }) => [id, isBelow])).toEqual([
      ['GHT Caux', false], ['CH de Dieppe', true], ['CH d’Eu', true], ['ARS', false], ['Ville de Caen', false],
    ]);
  });

  it('shows an establishment on its own when its group is not in the list, and loses nobody', () => {
    expect(inTreeOrder([one('CH d’Eu', 'GHT Caux', 'member')])).toEqual([{ ...one('CH d’Eu', 'GHT Caux', 'member'), isBelow: false }]);
  });
});
