import { blankDeposit, depositFieldsFrom, depositFormOf, depositProblems } from './deposit-form';

const blank = blankDeposit([{ access: 'public', spaceId: 'n', networkId: 'n', name: 'RAN', mayPublish: true }, { access: 'network', spaceId: 'n', networkId: 'n', name: 'RAN', mayPublish: true }]);

it('a licence is chosen, never supposed; one that stays inside does not go with everyone; a year is a year', () => {
  expect(depositProblems(blank)).toEqual([{ field: 'licence', problem: 'licence-needed' }]);
  expect(depositProblems({ ...blank, licence: 'network', place: 'public:n' })).toEqual([{ field: 'licence', problem: 'licence-stays-inside' }]);
  expect(depositProblems({ ...blank, licence: 'cc-by', year: '20245' })).toEqual([{ field: 'year', problem: 'year-wrong' }]);
  expect(depositProblems({ ...blank, licence: 'cc-by', year: ' 2024 ' })).toEqual([]);
});

it('what is sent comes back into the form the same', () => {
  const form = { ...blank, licence: 'cc-by', year: '2024', themes: ['energy'], form: 'guide' };
  expect(depositFieldsFrom(form)).toMatchObject({ form: 'guide', year: 2024, access: 'network', spaceId: 'n' });
  expect(depositFormOf(depositFieldsFrom(form))).toEqual(form);
  expect(depositFieldsFrom(blank)).toMatchObject({ form: null, year: null });
});
