/** What the pages of toolboxes say beyond the other reading pages, to visitors and members alike. */
export const toolboxFr = {
  all: 'Boîtes à outils', about: 'Ce que des réseaux et des groupes ont choisi ensemble, parce qu’ils s’en servent.', make: 'Commencer une boîte à outils', draft: 'En préparation', publishedOn: 'Publiée le {{ day }}',
  none: 'Pas encore de boîte à outils', noneText: 'Celles qui seront publiées apparaîtront ici.', selection: 'La sélection', nothing: 'Rien n’est encore choisi', nothingText: 'Les ressources retenues apparaîtront ici, dans leur ordre, avec ce à quoi elles servent.',
  asKept: 'Vous lisez la sélection « {{ title }} », gardée le {{ day }}', toCurrent: 'Lire la sélection d’aujourd’hui', kept: 'Sélections gardées', download: 'Tout télécharger (ZIP)', unknown: 'Cette boîte à outils n’est pas visible',
  unknownText: 'Le lien est peut-être incomplet, ou elle est réservée à un groupe.', seeAll: 'Voir les boîtes à outils',
  facts: {
    read: { one: 'lue par # structure', other: 'lue par # structures' }, adapted: { one: 'adaptée par # structure', other: 'adaptée par # structures' }, 'in-force': { one: 'en vigueur dans # structure', other: 'en vigueur dans # structures' },
  },
  whom: {
    hospital_group: { one: '# groupement hospitalier', other: '# groupements hospitaliers' }, hospital: { one: '# établissement de santé', other: '# établissements de santé' },
    medico_social: { one: '# établissement médico-social', other: '# établissements médico-sociaux' }, region: { one: '# région', other: '# régions' }, department: { one: '# département', other: '# départements' },
    municipality: { one: '# commune', other: '# communes' }, intermunicipality: { one: '# intercommunalité', other: '# intercommunalités' }, state_service: { one: '# service de l’État', other: '# services de l’État' },
    association: { one: '# association', other: '# associations' }, other: { one: '# autre structure', other: '# autres structures' },
  },
};
