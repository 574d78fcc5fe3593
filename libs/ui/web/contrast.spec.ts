import { readFileSync } from 'fs';
import { join } from 'path';
import { contrastRatio, themeColours } from './contrast';
import { colourTokens, tokenPairs } from './token-pairs';

const sheet = readFileSync(join(__dirname, '../../../apps/web/src/styles/tokens.css'), 'utf8');

function token(name: string): { light: string; dark: string } {
  const written = new RegExp(`--co-${name}:([^;]+);`).exec(sheet)?.[1];
  const colours = written ? themeColours(written) : null;
  if (!colours) throw new Error(`The colour ${name} is not in tokens.css`);
  return colours;
}

describe('the colours', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#fff')).toBeCloseTo(4.48, 2);
  });

  it('has every token in both themes', () => {
    for (const name of colourTokens) expect(token(name)).toEqual({ light: expect.stringMatching(/^#/), dark: expect.stringMatching(/^#/) });
  });

  it.each(tokenPairs)('$front on $ground reads well in both themes (at least $least)', ({ front, ground, least }) => {
    for (const theme of ['light', 'dark'] as const) expect(contrastRatio(token(front)[theme], token(ground)[theme])).toBeGreaterThanOrEqual(least);
  });
});
