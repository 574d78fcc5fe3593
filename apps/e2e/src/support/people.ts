/** People of the demonstration, by what they are in the walks. */
export const people = {
  animator: 'claire.lemarchand@ran-coper.example',
  coAnimator: 'yanis.toutain@ran-coper.example',
  sponsor: 'sophie.delaunay@ars-normandie.example',
  expert: 'helene.kerbrat@cabinet-kerbrat.example',
  rouenLead: 'nathalie.vasseur@ght-rouen-coeur-seine.example',
  rouenLawyer: 'mehdi.benali@ght-rouen-coeur-seine.example',
  rouenEngineer: 'thomas.leroux@ght-rouen-coeur-seine.example',
  caenLead: 'marion.lecoq@ght-normandie-centre.example',
  caenEngineer: 'david.nguyen@ght-normandie-centre.example',
  havreLead: 'isabelle.fauvel@ght-estuaire-seine.example',
  cotentinLead: 'gwenaelle.lebas@ght-cotentin.example',
  orneLead: 'ines.moreau@ght-orne-perche-saosnois.example',
  havreMember: 'paul.anquetil@ght-estuaire-seine.example',
} as const;
