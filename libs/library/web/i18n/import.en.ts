/** Taking resources in by the dozen: a table and its files. */
export const importEn = {
  title: 'Import resources', about: 'Try it first: nothing is written before your second press, and the same import made twice changes nothing the second time.',
  network: 'Into which network?', file: 'CSV table, or ZIP of the table and its files', fileHelp: 'One line a resource. The table as your spreadsheet saves it, in UTF-8; “titre” and “nature” are enough. In a ZIP it is named ressources.csv, and each file is in fichiers/identifiant/.', model: 'Download the export, as a model', modelArchive: 'The same with its files (ZIP)', try: 'Try',
  tried: 'What will happen', goingOn: 'The files are leaving', done: 'Imported', carryOut: 'Import', nothingToDo: 'Everything is there already: there is nothing to import.', lines: 'The file, line by line', line: 'Line', outcome: 'What it becomes', look: 'Columns to look at: {{ columns }}.', notYours: 'Only animators of a network import resources',
  noFile: 'Choose a file first.', notAnArchive: 'This ZIP cannot be opened. Make it again, then choose it again.', noTable: 'This ZIP has no table named “ressources.csv” at its root.', tooHeavy: 'This ZIP is larger than 500 MB once opened: send it in several parts.',
  filesComing: { one: '# file will be sent.', other: '# files will be sent.' }, filesAlone: { one: '# file has no line in the table: it is left aside.', other: '# files have no line in the table: they are left aside.' },
  sending: 'Sending the files', filesSent: '{{ sent }} of {{ total }}', filesRead: 'Each file is checked before it is given to read: this usually takes less than a minute, and you may close this page. What stays a draft is in “My deposits”.',
  filesFailed: { one: '# file could not be sent', other: '# files could not be sent' }, sendAgain: 'Send the missing files again', seeDrafts: 'See my deposits',
  leaveText: 'Sending will stop. You can go on later: import the same ZIP again, only the missing files will leave.',
  outcomes: { new: 'New', changed: 'Changed', same: 'There already', refused: 'Refused' },
  ends: { draft: 'kept as a draft', 'once-read': 'published as soon as its file is read' },
  fileStages: { new: 'to be sent', version: 'replaces the present file', same: 'there already', read: 'there already, being read', sent: 'sent', failed: 'not sent', refused: 'not taken' },
  counts: { new: { one: '# new', other: '# new' }, changed: { one: '# changed', other: '# changed' }, same: { one: '# there already', other: '# there already' }, refused: { one: '# refused', other: '# refused' } },
  from: 'Where do they come from?', fromFile: 'From a file', fromFeed: 'From an RSS feed',
  feed: {
    address: 'Address of the feed', addressHelp: 'RSS 2.0 or Atom 1.0. Sites often give it at the bottom of their pages, or by a word: feed, RSS, subscribe.', example: 'https://www.example.org/news/feed', read: 'Read the feed', needAddress: 'Write the whole address of the feed, with https://',
    title: 'What “{{ title }}” says', untitled: 'What this feed says', empty: 'This feed has nothing to take', emptyText: 'None of its entries has a title or a text.', isCut: 'Its first 100 entries are shown.', allKnown: 'Everything this feed says is there already. Read it again later: only what is new will be offered.',
    choose: 'What you take', all: 'Choose all', none: 'Choose none', known: 'There already', see: 'See the resource', visit: 'Open at its publisher', chosen: { zero: 'No entry chosen', one: '# entry chosen', other: '# entries chosen' },
    shared: 'What they have in common', licenceHelp: '“Notice only”: the sheet is here, the document stays at its publisher. This is the usual case.', publish: 'Publish', keep: 'Keep as drafts', needOne: 'Choose at least one entry.', cannotPublish: 'As long as the rights are not checked, these resources stay drafts.',
    done: 'Taken in', outcomes: { made: 'Taken', known: 'There already', refused: 'Refused', gone: 'No longer in the feed' }, made: { zero: 'No new resource', one: '# new resource', other: '# new resources' },
  },
};
