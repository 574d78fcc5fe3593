import type { tagsFr } from './tags.fr';

export const tagsEn: typeof tagsFr = {
  help: 'Words of your own, beside the lists. Enter or a comma adds the one you type.', letGo: 'Remove the tag “{{ tag }}”', taken: '“{{ tag }}” is added.', alreadyTaken: '“{{ tag }}” is there already.', gone: '“{{ tag }}” is removed.',
  full: '{{ most }} tags at most: remove one to add another.', unfit: 'A tag has 2 to 40 characters, one of them a letter or a figure, without commas or bars.',
  title: 'Tags', about: 'The words that members add to resources. Bring together those that say the same thing: resources follow, without becoming new versions.',
  failed: 'The tags could not be read', retry: 'Try again', empty: 'No tag yet', emptyText: 'They will appear here as soon as someone adds one to a resource.', toResources: 'See the resources',
  count: { zero: 'No tag', one: '1 tag', other: '# tags' }, filter: 'Find a tag', noneFits: 'No tag answers.', resources: { one: '1 resource', other: '# resources' }, seeOne: '“{{ tag }}”, on {{ count }} resources: see them',
  choose: 'Tick at least two tags to merge them.', chosen: { one: '1 tag ticked', other: '# tags ticked' }, unchoose: 'Untick all', merge: 'Merge',
  rename: 'Rename', renameOne: 'Rename “{{ tag }}”', remove: 'Remove', removeOne: 'Remove “{{ tag }}”', cancel: 'Change nothing',
  mergeTitle: 'Merge these tags', mergeInto: 'One tag', mergeHelp: 'Keep one of them, or write another word.', mergePress: 'Merge', renameTitle: 'Rename “{{ tag }}”', renameInto: 'New name', sameWord: 'That is its name already: write another one.',
  meets: '“{{ tag }}” exists already: they will become one tag.', touches: { one: '1 resource will be corrected, without becoming a new version.', other: '# resources will be corrected, without becoming new versions.' },
  removeTitle: 'Remove the tag “{{ tag }}”?', removeText: { one: '1 resource will not hold it any more. You can undo it right after.', other: '{{ count }} resources will not hold it any more. You can undo it right after.' },
  quoted: '“{{ word }}”', became: { one: '{{ words }} became “{{ into }}”.', other: '{{ words }} became “{{ into }}”.' }, wereRemoved: { one: '{{ words }} is removed.', other: '{{ words }} are removed.' },
  corrected: { one: '1 resource corrected.', other: '{{ count }} resources corrected.' }, lastBy: 'Last change, by {{ name }}, on {{ day }}.', erased: 'a deleted member', undo: 'Undo this change', undone: 'The change is undone.',
};
