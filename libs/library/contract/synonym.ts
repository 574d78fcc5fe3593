import { shortText } from '@cohorte/platform/contract';
import * as z from 'zod';

export const membersMost = 12;
export const groupsMost = 500;

/** Ways to say one thing: an acronym, what it stands for, another name. Looking for one finds the others. */
export const synonymMembers = z
  .array(shortText(80, 2))
  .min(2)
  .max(membersMost)
  .refine((members) => new Set(members.map((one) => one.toLocaleLowerCase('fr'))).size === members.length, 'same-word-twice');

/** What a network may start from: the short forms of public purchasing and of hospitals, with what they stand for. */
export const startingSynonyms: readonly (readonly string[])[] = [
  ['ESUS', 'entreprise solidaire d’utilité sociale'],
  ['SIAE', 'structure d’insertion par l’activité économique'],
  ['ESAT', 'établissement et service d’accompagnement par le travail', 'établissement et service d’aide par le travail'],
  ['EA', 'entreprise adaptée'],
  ['ESS', 'économie sociale et solidaire'],
  ['GHT', 'groupement hospitalier de territoire'],
  ['CHU', 'centre hospitalier universitaire'],
  ['AMO', 'assistance à maîtrise d’ouvrage'],
  ['MOE', 'maîtrise d’œuvre'],
  ['COPIL', 'comité de pilotage'],
  ['COTECH', 'comité technique'],
  ['CCTP', 'cahier des clauses techniques particulières'],
  ['CCAP', 'cahier des clauses administratives particulières'],
  ['CCAG', 'cahier des clauses administratives générales'],
  ['RC', 'règlement de la consultation'],
  ['DCE', 'dossier de consultation des entreprises'],
  ['RSE', 'responsabilité sociétale des entreprises'],
  ['SPASER', 'schéma de promotion des achats publics socialement et écologiquement responsables'],
  ['ACV', 'analyse du cycle de vie'],
  ['DASRI', 'déchets d’activités de soins à risques infectieux'],
  ['TPE', 'PME', 'petites et moyennes entreprises'],
  ['QPV', 'quartier prioritaire de la politique de la ville'],
  ['GES', 'gaz à effet de serre'],
  ['CO2', 'carbone'],
  ['EnR', 'énergies renouvelables'],
  ['CCP', 'code de la commande publique'],
  ['DAE', 'direction des achats de l’État'],
  ['AGEC', 'anti-gaspillage pour une économie circulaire'],
  ['sourçage', 'sourcing'],
  ['coût global', 'coût du cycle de vie', 'coût complet'],
  ['réemploi', 'seconde main', 'occasion'],
  ['BEGES', 'bilan d’émissions de gaz à effet de serre', 'bilan carbone'],
];
