/** Words that members added to resources of the demonstration, by the key of each; a few say one thing in several ways, for who puts them in order. */
export const demoTags: Readonly<Record<string, readonly string[]>> = {
  'clause:insertion-heures': ['heures d’insertion', 'facilitateur'],
  'clause:insertion-travaux': ['heures d’insertion', 'chantier'],
  'clause:lot-reserve-esat': ['marché réservé', 'ESAT'],
  'clause:lot-reserve-siae': ['marchés réservés', 'réemploi'],
  'fiche-approches': ['pour commencer'],
  'fiche-disseque': ['pour commencer', 'plan type'],
  'fiche-faq': ['pour commencer'],
  'outil-autodiagnostic': ['état des lieux', 'radar'],
  'outil-indicateurs': ['état des lieux', 'tableau de bord'],
};

/** Codes of what some clauses are about. */
export const demoCpv: Readonly<Record<string, readonly string[]>> = {
  'clause:insertion-heures': ['90910000-9'],
  'clause:insertion-travaux': ['45210000-2'],
  'clause:lot-reserve-esat': ['77310000-6'],
};
