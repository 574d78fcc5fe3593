import { demoPeople } from './people';

const shown: readonly (readonly [key: string, role: string])[] = [
  ['claire-lemarchand', 'animates the network'],
  ['nathalie-vasseur', 'leads GHT Rouen Cœur de Seine, whose scheme is well advanced'],
  ['mehdi-benali', 'writes it with her'],
  ['marion-lecoq', 'leads GHT Normandie Centre'],
  ['helene-kerbrat', 'expert, reads the scheme of Rouen'],
  ['sophie-delaunay', 'sponsor, ARS Normandie'],
];

/** The people worth signing in as first. */
export const welcomePeople = shown.flatMap(([key, role]) => demoPeople.filter((person) => person.key === key).map(({ email, name }) => ({ email, name, role })));
