import 'reflect-metadata';
import { Every } from './every';

it('a period shorter than a second is refused where it is written', () => {
  for (const seconds of [0, -5, 0.5, Number.NaN]) expect(() => Every(seconds)).toThrow('one second at least');
});
