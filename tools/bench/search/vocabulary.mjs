/** Words a responsible purchaser writes; the long tail comes from a word list of the language. */
const split = (text) => text.trim().split(/\s*,\s*/);

export const nouns = split(`achat, marché, clause, indicateur, critère, fournisseur, bâtiment, chantier, déchet, emballage, énergie, carbone, eau, biodiversité, réemploi, recyclage,
 insertion, handicap, égalité, emploi, formation, restauration, denrée, repas, textile, blanchisserie, nettoyage, entretien, mobilier, véhicule, flotte, transport, logistique, travaux,
 rénovation, réhabilitation, isolation, toiture, voirie, éclairage, chauffage, ventilation, plomberie, peinture, menuiserie, béton, chanvre, bois, paille, acier, verre, plastique,
 papier, imprimante, ordinateur, logiciel, serveur, téléphone, câble, dispositif, médicament, gant, blouse, pansement, seringue, laboratoire, réactif, analyse, dialyse, imagerie,
 stérilisation, hygiène, couche, drap, vêtement, chaussure, espace, jardin, arbre, tonte, engrais, compost, cantine, légume, viande, poisson, lait, pain, fruit, boisson,
 assurance, conseil, étude, audit, maîtrise, gardiennage, sécurité, accueil, communication, impression, événement, traiteur, voyage, hébergement, location, crédit, diagnostic,
 cartographie, gouvernance, comité, élu, direction, service, habitant, association, coopérative, entreprise, artisan, territoire, commune, région, hôpital, établissement, lycée,
 collège, crèche, piscine, gymnase, musée, bibliothèque, stade, port, quai, pont, canal, réseau, compteur, capteur, panneau, batterie, borne, pompe, chaudière, citerne`);

export const adjectives = split(`durable, responsable, local, régional, public, hospitalier, social, solidaire, écologique, biosourcé, recyclé, réutilisable, reconditionné, économe, sobre, inclusif,
 accessible, technique, pratique, annuel, pluriannuel, commun, mutualisé, partagé, innovant, réservé, obligatoire, volontaire, simplifié, détaillé, numérique, alimentaire, sanitaire, urbain, rural`);

export const kinds = split('Fiche méthode, Guide, Clause, Outil à remplir, Retour d’expérience, Replay, Modèle, Étude, Foire aux questions, Support de présentation, SPASER publié, Note juridique');
export const places = split(`Rouen, Caen, Le Havre, Évreux, Cherbourg, Alençon, Lisieux, Dieppe, Lille, Amiens, Arras, Nantes, Angers, Bordeaux, Orléans, Tours, Blois, Dijon, Metz, Strasbourg,
 Lyon, Grenoble, Nice, Toulon, Rennes, Brest, Quimper, Saint-Denis, Fort-de-France, Nouméa`);
export const publishers = split('RAN CoPER, CGDD, CNFPT, ADEME, Cerdd, CD2E, Région Normandie, CHU de Rouen, CHU de Caen, Nantes Métropole, Bordeaux Métropole, Maximilien, Réseau 3AR, France urbaine');
export const themes = split('gouvernance, indicateurs, insertion, économie circulaire, énergie, eau, biodiversité, alimentation, numérique, réglementation, matériaux, mobilité');
export const fillers = split(`le, la, les, de, des, du, un, une, pour, dans, avec, par, sur, et, ou, qui, est, sont, doit, doivent, peut, peuvent, selon, ainsi, chaque, lorsque, afin, notamment, il convient,
 conformément, à compter, au moins, au titre, lors de`);

/** Short forms and what they stand for: documents say one, people look for the other. */
export const acronyms = [
  ['ESUS', 'entreprise solidaire d’utilité sociale'],
  ['SIAE', 'structure d’insertion par l’activité économique'],
  ['GHT', 'groupement hospitalier de territoire'],
  ['AMO', 'assistance à maîtrise d’ouvrage'],
  ['COPIL', 'comité de pilotage'],
  ['CCTP', 'cahier des clauses techniques particulières'],
  ['ESAT', 'établissement et service d’aide par le travail'],
  ['RSE', 'responsabilité sociétale des entreprises'],
];
