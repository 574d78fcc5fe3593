import { lengthWords } from './meeting-words';

it.each([
  [90, 'hours-minutes', '30'], [120, 'hours', '00'], [45, 'minutes', '45'], [125, 'hours-minutes', '05'],
])('%i minutes are said in hours', (minutes, key, rest) => {
  expect(lengthWords(minutes)).toMatchObject({ key, values: { minutes: rest } });
});
