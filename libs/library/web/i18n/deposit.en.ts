import type { depositFr } from './deposit.fr';

export const depositEn: typeof depositFr = {
  title: 'Deposit files', about: 'Up to 200 at once. Each becomes a resource, which you read over before proposing it.',
  other: 'Do you have a link, a clause or a text to share?', otherLink: 'Deposit it without a file',
  zone: 'Drop your files or a folder here', zoneByHand: 'Choose your files', zoneAgain: 'Add files', choose: 'Choose files', limits: 'PDF, documents, spreadsheets, presentations, pictures, videos and sounds, subtitles. {{ size }} a file at most.',
  roomLeft: 'You have {{ size }} left.', tooMany: 'One deposit takes 200 files: {{ count }} were left aside. Deposit them afterwards.',
  shared: 'For all files', sharedAbout: 'You can complete each resource afterwards.', chooseLicence: 'Choose a licence…', guess: 'Depends on each file', more: 'More details',
  begin: { one: 'Deposit the file', other: 'Deposit the # files' }, beginNone: 'Deposit', chooseFirst: 'Choose at least one file first.',
  problems: {
    'licence-needed': 'Licence: choose what one has the right to do with it, or “Rights to be checked”.', 'licence-stays-inside': 'Licence: this one keeps the files inside the network, they cannot be open to everyone.',
    'year-wrong': 'Year: write four digits, 2024 for instance.', 'place-needed': 'Who may read it: choose.',
  },
  files: { one: '# file', other: '# files' }, list: 'Files of the deposit', show: 'Show', all: 'All', groups: { todo: 'To look at', going: 'Under way', done: 'Done' }, noneHere: 'No file here.',
  sending: 'Sending', sendingOf: '{{ done }} of {{ all }}', sendingBytes: '{{ sent }} of {{ all }}', arrivedShare: '{{ share }}% of the files are sent', arrived: 'All files are sent',
  left: { soon: 'less than a minute', minutes: 'about {{ count }} min', hours: 'about {{ hours }} h {{ minutes }}' },
  cut: 'The connection is cut', cutText: 'Nothing is lost: sending will go on by itself from where it was.', pausedAll: 'Sending is paused', keepOpen: 'Keep this page open until everything is sent.',
  pause: 'Pause', resume: 'Resume', cancelAll: 'Stop sending', cancelAllTitle: 'Stop sending?', cancelAllText: 'Files already sent stay in your deposit. The others leave the list.', cancelAllKeep: 'Go on sending',
  retryAll: { one: 'Try the interrupted file again', other: 'Try the # interrupted files again' },
  leaveTitle: 'Leave while sending?', leaveText: 'Sending will stop. You can go on later: come back to this deposit and choose the same files again.', leave: 'Leave', stay: 'Stay here',
  unfinished: { one: '# file is missing from this deposit', other: '# files are missing from this deposit' }, unfinishedText: 'Drop the same files again: what has come already will not be sent twice.',
  states: {
    known: 'Exists already', unfit: 'Cannot be deposited', chosen: 'Chosen', absent: 'To be chosen again', waiting: 'Waiting', sending: 'Sending', paused: 'Paused', failed: 'Interrupted', denied: 'Refused', reading: 'Being read',
    refused: 'Refused', decide: 'May exist already', incomplete: 'To be completed', complete: 'Ready', submitted: 'Proposed', published: 'Published', dropped: 'Not kept',
  },
  seeOne: 'See the resource: {{ title }}', shareOf: 'Sending {{ title }}', pauseOne: 'Pause {{ title }}', resumeOne: 'Resume {{ title }}', retryOne: 'Try {{ title }} again', removeOne: 'Remove {{ title }}', editOne: 'Change the title of {{ title }}', retry: 'Try again', remove: 'Remove',
  editTitle: 'Title', editForm: 'Nature', editDone: 'Done',
  absentText: 'Choose this file again: sending will go on from where it was.', failedText: 'Sending did not succeed after several attempts. What has come is kept.', complete: 'Complete', see: 'See the resource',
  versionOf: 'Becomes a new version of a resource that exists.', notKept: 'This file was not kept.',
  duplicate: {
    'same-file': 'It is exactly the same file as', 'near-text': 'Its text is nearly that of', 'near-title': 'Its title looks like that of', ask: 'What to do with this file?',
    before: 'Remove it so as not to send it, or deposit it: you will then choose to make it a new version or to keep both.',
    newVersionNamed: 'Make it a new version of “{{ title }}”', newVersion: 'Make it a new version', distinct: 'Keep both', cancel: 'Do not deposit it', newVersionOf: 'Make {{ title }} a new version of {{ of }}', distinctOf: 'Keep {{ title }} as well', cancelOf: 'Do not deposit {{ title }}',
  },
  outcome: {
    title: 'Your deposit', reading: { one: '# file is being read', other: '# files are being read' }, readingText: 'You may leave this page: reading goes on.',
    complete: { one: '# resource ready', other: '# resources ready' }, incomplete: { one: '# to be completed', other: '# to be completed' }, decide: { one: '# may exist already', other: '# may exist already' },
    stopped: { one: '# file could not be taken', other: '# files could not be taken' }, submitted: { one: '# proposed to the animation', other: '# proposed to the animation' }, published: { one: '# published', other: '# published' },
    submit: { one: 'Propose the ready resource', other: 'Propose the # ready resources' }, publish: { one: 'Publish the ready resource', other: 'Publish the # ready resources' },
    submitted_done: { one: '# resource is proposed: the animation will decide.', other: '# resources are proposed: the animation will decide.' }, published_done: { one: '# resource is published.', other: '# resources are published.' },
    some: { one: '# could not be: see its line.', other: '# could not be: see their lines.' }, mine: 'See my deposits', again: 'Make another deposit',
  },
  replace: {
    title: 'The document', now: 'Current document', none: 'No document yet.', choose: 'Choose a file', other: 'Replace the document', about: 'PDF, document, spreadsheet, slides, picture, video or sound.', aboutOut: 'The new document takes the place of the old one once it is checked.',
    note: 'What changes', noteHelp: 'With a word here it is a new version: the old one stays readable. Without, a simple correction.', send: 'Send the document', sending: 'Sending {{ name }}', stop: 'Stop', checking: 'The document has come: it is being checked.',
    done: 'The document is in place.', refused: 'This document was refused',
  },
  desk: { batches: 'Deposits of files', batch: 'Deposit of {{ day }}', waiting: { one: '# being read', other: '# being read' }, refused: { one: '# refused', other: '# refused' }, drafts: { one: '# draft', other: '# drafts' }, done: 'everything is proposed' },
};
