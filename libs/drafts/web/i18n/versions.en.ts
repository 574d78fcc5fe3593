import type { draftVersionsFr } from './versions.fr';

/** What is said of a draft’s past, in English. */
export const draftVersionsEn: typeof draftVersionsFr = {
  tabs: 'The past of the document', timeline: 'History', contributions: 'Contributions',
  nameNow: 'Name this version', whoWrote: 'Who wrote', whoWroteHelp: 'Shows the author of each paragraph.',
  failed: 'The versions could not be loaded.', retry: 'Try again', more: 'Older versions',
  emptyText: 'A version forms with each session of work, from the first words on.',
  today: 'Today', yesterday: 'Yesterday', span: '{{ from }} – {{ to }}',
  added: { one: '+# word', other: '+# words' }, removed: { one: '−# word', other: '−# words' }, unchanged: 'formatting only',
  first: 'Initial text', beforeRestore: 'Before the restoration', restored: 'Restoration', current: 'current version', nobody: 'Initial text', gone: 'Deleted account',
  acts: 'Act on the version: {{ name }}',
  name: 'Name this version', rename: 'Rename this version', unname: 'Remove the name', compareNow: 'Compare with now', compareBefore: 'Compare with the version before', restore: 'Restore',
  nameLabel: 'Name', nameHelp: 'For example: sent to the management, before the committee.', nameMissing: 'Give this version a name.', nameSave: 'Save the name',
  nameDone: 'The version is now called “{{ name }}”.', unnameDone: 'The name is removed; the text of that moment stays in the history.',
  restoreTitle: 'Restore this version?',
  restoreText: 'The text becomes that of {{ when }} again, for everyone who writes.\nThe current text is not lost: it stays in the history, and you can come back to it.',
  restoreDone: 'The text of {{ when }} is restored.',
  sheet: {
    label: 'Open version', reading: 'Version of {{ when }}', named: '{{ name }}, version of {{ when }}', present: 'The text as it stands, with its authors',
    comparing: 'What changed', from: 'From', to: 'To', now: 'Now',
    close: 'Close', failed: 'This version could not be loaded.', same: 'Nothing changed between these two versions.',
    previous: 'Previous change', next: 'Next change', count: { one: '1 change', other: '# changes' }, place: 'Change {{ now }} of {{ total }}: {{ what }}',
    restoreOlder: 'Restore the older one',
    legend: 'Authors of the changes', keys: 'N and P go from change to change.', text: 'Text of the version', shortcutNext: 'Next change of a comparison', shortcutPrevious: 'Previous change of a comparison',
  },
  change: {
    inserted: 'added by {{ name }}', deleted: 'deleted by {{ name }}', restored: 'brought back by {{ name }}', 'moved-here': 'moved here by {{ name }}', 'moved-away': 'moved away by {{ name }}',
    formatted: 'formatted by {{ name }}', changed: 'changed by {{ name }}', when: '{{ what }}, {{ when }}',
  },
  share: '{{ name }} {{ percent }}%',
  given: {
    caption: 'What each person wrote', person: 'Person', standing: 'Words standing', removed: 'Words removed', none: 'Nobody has written yet.', failed: 'The contributions could not be loaded.',
    note: 'A word that was moved or brought back stays with who wrote it first; a slip corrected at once does not count.', between: 'from {{ first }} to {{ last }}', once: 'on {{ day }}',
  },
};
