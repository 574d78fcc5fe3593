import type { toolboxFr } from './toolbox.fr';

/** What the pages of toolboxes say beyond the other reading pages, to visitors and members alike. */
export const toolboxEn: typeof toolboxFr = {
  all: 'Toolboxes', about: 'What networks and groups chose together, because they use it.', make: 'Begin a toolbox', draft: 'In preparation', publishedOn: 'Published on {{ day }}',
  none: 'No toolbox yet', noneText: 'Those that are published will appear here.', selection: 'The selection', nothing: 'Nothing is chosen yet', nothingText: 'The chosen resources will appear here in their order, with what they are for.',
  asKept: 'You are reading the selection “{{ title }}”, kept on {{ day }}', toCurrent: 'Read today’s selection', kept: 'Kept selections', download: 'Download everything (ZIP)', unknown: 'This toolbox is not visible',
  unknownText: 'The link may be incomplete, or it is for a group only.', seeAll: 'See the toolboxes',
  facts: {
    read: { one: 'read by # structure', other: 'read by # structures' }, adapted: { one: 'adapted by # structure', other: 'adapted by # structures' }, 'in-force': { one: 'in force in # structure', other: 'in force in # structures' },
  },
  whom: {
    hospital_group: { one: '# hospital group', other: '# hospital groups' }, hospital: { one: '# hospital', other: '# hospitals' },
    medico_social: { one: '# care home', other: '# care homes' }, region: { one: '# region', other: '# regions' }, department: { one: '# department', other: '# departments' },
    municipality: { one: '# municipality', other: '# municipalities' }, intermunicipality: { one: '# inter-municipal body', other: '# inter-municipal bodies' }, state_service: { one: '# State service', other: '# State services' },
    association: { one: '# association', other: '# associations' }, other: { one: '# other structure', other: '# other structures' },
  },
};
