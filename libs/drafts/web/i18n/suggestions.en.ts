/** What is said of proposals. */
export const suggestionsEn = {
  mode: {
    label: 'Way of writing', write: 'Write', propose: 'Suggest', only: 'You are suggesting',
    writeHelp: 'Change the text itself', proposeHelp: 'Suggest changes that can be accepted or refused',
  },
  reading: {
    label: 'Read the text', with: 'With suggestions', without: 'Without suggestions', accepted: 'As if all were accepted', leave: 'Back to the suggestions',
  },
  none: 'No suggestions in this document. Choose “Suggest” above the text to make some.',
  noneToRead: 'No suggestions in this document.',
  notHere: 'The cursor is not in a suggestion. F8 goes to the next one.',
  count: { one: '# suggestion', other: '# suggestions' },
  author: 'From', everybody: 'Everybody', me: 'You', someone: 'A guest',
  here: 'Suggestion', accept: 'Accept', refuse: 'Refuse', withdraw: 'Withdraw', acceptAll: 'Accept all', refuseAll: 'Refuse all',
  keys: 'By keyboard, in the text: F8 and Shift+F8 go from one suggestion to another, Alt+Shift+A accepts, Alt+Shift+R refuses or withdraws.',
  quoted: '“{{ text }}”', space: 'a space', paragraphEnd: 'an end of paragraph',
  what: {
    replace: 'Replace {{ removed }} with {{ added }}', insert: 'Add {{ added }}', delete: 'Delete {{ removed }}',
    'format-add': 'Format {{ added }}: {{ mark }}', 'format-remove': 'Remove formatting from {{ added }}: {{ mark }}',
    restyle: 'Change the style of {{ added }}: {{ style }}',
    'insert-block': 'Add {{ come }}: {{ added }}', 'insert-block-empty': 'Add {{ come }}',
    'remove-block': 'Delete {{ gone }}: {{ removed }}', 'remove-block-empty': 'Delete {{ gone }}',
    'change-block': 'Change {{ come }}: {{ added }}', 'change-block-empty': 'Change {{ come }}',
    'replace-block': 'Replace {{ gone }} with {{ come }}: {{ added }}', 'replace-block-empty': 'Replace {{ gone }} with {{ come }}',
  },
  block: {
    paragraph: 'a paragraph', heading: 'a heading', bulletList: 'a bulleted list', orderedList: 'a numbered list', taskList: 'a task list',
    listItem: 'a list item', taskItem: 'a task', table: 'a table', tableRow: 'a table row', blockquote: 'a quotation', callout: 'a callout',
    horizontalRule: 'a line', image: 'a picture', hardBreak: 'a line break', mention: 'a mention', footnote: 'a note', tableOfContents: 'a table of contents', several: 'a passage',
  },
  done: {
    accept: { one: 'Suggestion accepted.', many: '{{ count }} suggestions accepted.' },
    refuse: { one: 'Suggestion discarded.', many: '{{ count }} suggestions discarded.' },
  },
  all: {
    accept: { title: 'Accept these suggestions?', text: 'The {{ count }} suggestions shown enter the text.', confirm: 'Accept all' },
    refuse: { title: 'Refuse these suggestions?', text: 'The {{ count }} suggestions shown disappear; the text stays as it is.', confirm: 'Refuse all' },
  },
  refused: {
    structure: 'This change cannot be proposed here. Nothing was changed: comment on the passage, or ask someone who can write.',
    taken: 'Someone else already suggests a change here.',
  },
};
