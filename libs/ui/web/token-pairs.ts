/** What is written or drawn on what, and the least contrast it needs: 4.5 for text, 3 for the edge of a control. */
export interface TokenPair {
  front: string;
  ground: string;
  least: 4.5 | 3;
}

const grounds = ['paper', 'surface', 'raised', 'sunk'];
const voices = ['ink', 'soft', 'green', 'brick', 'amber', 'slate', 'plum'];
const washed = ['green', 'brick', 'amber', 'slate', 'plum'];

export const tokenPairs: readonly TokenPair[] = [
  ...grounds.flatMap((ground) => voices.map((front) => ({ front, ground, least: 4.5 as const }))),
  ...grounds.map((ground) => ({ front: 'edge', ground, least: 3 as const })),
  ...washed.flatMap((tone) => [tone, 'ink', 'soft'].map((front) => ({ front, ground: `${tone}-wash`, least: 4.5 as const }))),
  { front: 'on-green', ground: 'green', least: 4.5 },
  { front: 'on-green', ground: 'green-deep', least: 4.5 },
  { front: 'on-brick', ground: 'brick', least: 4.5 },
  { front: 'on-brick', ground: 'brick-deep', least: 4.5 },
];

export const colourTokens: readonly string[] = [
  'paper', 'surface', 'raised', 'sunk', 'ink', 'soft', 'hairline', 'edge',
  'green', 'green-deep', 'green-wash', 'on-green', 'brick', 'brick-deep', 'brick-wash', 'on-brick',
  'amber', 'amber-wash', 'slate', 'slate-wash', 'plum', 'plum-wash',
];
