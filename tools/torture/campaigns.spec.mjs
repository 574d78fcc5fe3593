import { campaignOf, campaigns, help, shortOf } from './campaigns.mjs';

describe('npm run torture', () => {
  it('plays the campaign that is named', () => {
    const named = [['--histories', '9'], ['--seed', '4', '--only'], ['--kills'], ['--seats', '9'], ['--mails', '9', '--kills', '2'], ['--seats', '9', '--at', '2']];
    expect(named.map((words) => campaignOf(words)?.name)).toEqual(['drafts', 'drafts', 'drafts', 'seats', 'mails', 'seats']);
  });

  it('bare, plays every one of them, each named by its own words, with the seed asked', () => {
    expect([campaignOf([]), campaignOf(['--seed', '7'])]).toEqual([null, null]);
    const all = shortOf(['--seed', '7']);
    expect(all.map(({ name }) => name)).toEqual(campaigns.map(({ name }) => name));
    expect(all.map(({ words }) => campaignOf(words)?.name)).toEqual(['drafts', 'seats', 'mails']);
    expect(all.every(({ words }) => words.join(' ').endsWith('--seed 7'))).toBe(true);
  });

  it('says each of them in its help', () => {
    for (const { short, about } of campaigns) {
      expect(help).toContain(`npm run torture -- ${short.join(' ')}`);
      expect(help).toContain(about);
    }
  });
});
