/** What `npm run torture` plays: one campaign by its own words, or each in a short measure when none is named. */
export const campaigns = [
  { name: 'drafts', words: ['--histories', '--only', '--minutes', '--at'], short: ['--histories', '60', '--kills'], entry: 'tools/torture/torture.ts', server: true, about: 'people write together while the processes are killed: no acknowledged edit is lost' },
  { name: 'seats', words: ['--seats'], short: ['--seats', '1000'], entry: 'tools/torture/seats/seats-torture.ts', server: false, about: 'people want places, all at once: never one too many, none free while someone waits' },
  { name: 'mails', words: ['--mails'], short: ['--mails', '100', '--kills', '5'], entry: 'tools/torture/mails/mails.ts', server: true, about: 'letters leave while their worker is killed: nobody is missed, nobody is told twice' },
];

export const help = `npm run torture                                     each campaign in a short measure, one after the other
${campaigns.map(({ short, about }) => `npm run torture -- ${short.join(' ').padEnd(32)} ${about}`).join('\n')}

  --seed S        another chance, the same at every run; it goes with any of them
  drafts          --histories N, --kills, --minutes M (stop after), --at L (so many at once), --seed S --only (one history again)
  seats           --seats N, --at L (so many applications at once)
  mails           --mails N, --kills K
`;

/** The campaign named by the words of a command line; null when none is, and each is to be played. `--kills` alone kills while people write. */
export function campaignOf(words) {
  const named = campaigns.toReversed().find((campaign) => campaign.words.some((word) => words.includes(word)));
  return named ?? (words.includes('--kills') ? campaigns[0] : null);
}

/** The command line of each campaign, with the seed that was asked. */
export function shortOf(words) {
  const at = words.indexOf('--seed');
  const seed = at === -1 ? [] : ['--seed', words[at + 1] ?? '1'];
  return campaigns.map(({ name, short }) => ({ name, words: [...short, ...seed] }));
}
