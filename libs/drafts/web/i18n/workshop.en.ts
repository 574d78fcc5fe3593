import type { workshopFr } from './workshop.fr';

/** The words of workshops. */
export const workshopEn: typeof workshopFr = {
  none: { title: 'No workshop going on', text: 'When whoever manages this document starts a workshop, you will find your group, your section and the timer here.' },
  start: {
    about: 'Work on this document in several groups, live.', do: 'Start the workshop',
    follow: 'Participants follow your page.', groups: 'Each group is given a section and says when it has finished.',
    reading: 'A section can be locked while it is read aloud.', timer: 'Everyone sees a timer.',
  },
  end: { do: 'End the workshop', title: 'End the workshop?', text: 'The timer stops and sections can be written again. The text does not change, and groups are kept for next time.', confirm: 'End the workshop', stay: 'Go on' },
  take: { note: 'You manage this document: you may arrange the groups, or take over.', do: 'Take over' },
  bar: {
    led: 'Workshop led by {{ name }}', youLead: 'You lead the workshop', following: 'You are following {{ name }}’s page', followAgain: 'Follow again',
    mySection: 'Your section', panel: 'Workshop', reading: 'Being read aloud: {{ title }}', readingText: 'This section cannot be changed for now.',
  },
  badge: { mine: 'Your section · {{ names }}', theirs: '{{ names }}', done: 'Finished', still: 'Being read aloud' },
  progress: { zero: 'No group has finished', one: '1 group of {{ all }} has finished', other: '# groups of {{ all }} have finished' },
  finish: { do: 'We have finished', undo: 'Not yet', undoLabel: 'Take back “finished”' },
  lock: { do: 'Read aloud', undo: 'Unlock', help: 'While it is read, only you can change the section. What was written just before is kept.' },
  lead: {
    follow: 'Participants follow my page', followHelp: 'Whoever scrolls away can join you again with one click.',
    cursors: 'Show only my cursor', cursorsHelp: 'Less movement on screen when there are many of us.',
    section: 'A section', call: 'Bring everyone here', noSection: 'Add headings to the document to bring participants to them.',
  },
  timer: {
    label: 'Timer', over: 'Time is up', held: 'paused', minutes: '{{ minutes }} min', free: 'Another length, in minutes', start: 'Start',
    pause: 'Pause', resume: 'Resume', add: '+ {{ minutes }} min', stop: 'Stop',
  },
  hand: { title: 'Hand over', to: 'New facilitator', choose: 'Choose someone who is here', do: 'Hand over' },
  part: {
    mine: 'Your group', others: 'The other groups', choose: 'Which group are you in?', join: 'Join', joinOf: 'Join {{ name }}', leave: 'Leave this group',
    goTo: 'Go to “{{ title }}”', noGroup: 'Groups will appear here.',
  },
  groups: {
    title: 'Groups', none: 'Add a group for each section to write: participants join it, or you share them out.', numbered: 'Group {{ number }}',
    name: 'Name of the group', nameOf: 'Name of {{ name }}', section: 'Its section', later: 'To be chosen later', add: 'Add the group', remove: 'Remove {{ name }}',
    notDone: 'At work', doneOf: '{{ name }} has finished', sections: 'Sections of {{ name }}', give: 'Give a section…', giveOf: 'Give {{ name }} a section', take: 'Take away “{{ title }}”', gone: 'Deleted section',
    people: { zero: 'Nobody', one: '# person', other: '# people' }, seat: 'Add someone…', seatOf: 'Add someone to {{ name }}', out: 'Take {{ name }} out of the group', here: ' (here)',
    share: { one: 'Seat # person who is here', other: 'Share out the # people who are here' },
  },
  say: {
    started: 'A workshop begins, led by {{ name }}.', ended: 'The workshop is over.', called: '{{ name }} brings you to “{{ title }}”.',
    refused: '{{ name }} is reading this section aloud: your change was not taken. The text is intact.',
    elsewhere: 'You are writing in the section of {{ name }}. You may: let that group know.',
    locked: 'Being read aloud: {{ title }}.', unlocked: 'The section “{{ title }}” can be written again.', finished: '{{ name }} has finished.',
    'timer-started': 'Timer started: {{ minutes }} minutes.', 'timer-minute': 'One minute left.', 'timer-over': 'Time is up.',
  },
  journal: {
    title: 'What happened', started: 'started the workshop', ended: 'ended the workshop', 'handed-over': 'handed over to {{ about }}', following: 'asked everyone to follow', alone: 'let everyone go their own way',
    cursors: 'changed whose cursors are shown', 'group-added': 'added {{ about }}', 'group-changed': 'changed {{ about }}', 'group-removed': 'removed {{ about }}', joined: 'seated someone in {{ about }}', left: 'took someone out of {{ about }}',
    spread: 'shared out {{ about }} people', done: 'signalled that {{ about }} has finished', undone: 'signalled that {{ about }} has not finished', locked: 'locked “{{ about }}”', unlocked: 'unlocked “{{ about }}”',
    called: 'brought everyone to “{{ about }}”', timer: 'set the timer',
  },
};
