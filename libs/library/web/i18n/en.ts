import type { libraryFr } from './fr';
import { readingEn } from './reading.en';

export const libraryEn: typeof libraryFr = {
  ...readingEn,
  desk: {
    mineEmpty: 'You have not deposited anything yet', mineEmptyText: 'A sheet, a clause, a link: what you deposit appears here, with where it stands.',
    waitingEmpty: 'Nothing waits for your decision', waitingEmptyText: 'The deposits of members that you may publish will appear here.',
  },
  acts: {
    label: 'Act on this resource', publish: 'Publish', published: '“{{ title }}” is published.', submit: 'Propose to the animation', submitted: '“{{ title }}” is proposed: the animation will decide.',
    sendBack: 'Give back to its author', sendBackTitle: 'Give this resource back to be completed', sendBackText: 'It becomes a draft again, with your note.', sendBackNote: 'What is missing', sentBack: '“{{ title }}” was given back to its author.',
    edit: 'Edit', retire: 'Retire', retireTitle: 'Retire this resource', retireText: 'It leaves the lists; its page stays, with the reason.', retireNote: 'Why it is retired', retired: '“{{ title }}” is retired.',
    restore: 'Put back online', restored: '“{{ title }}” is online again.', remove: 'Throw away', removeTitle: 'Throw this resource away?', removeText: '“{{ title }}” was never published: nothing of it will be left.', removed: '“{{ title }}” is gone.',
    cancel: 'Change nothing', needNote: 'Write a few words at least.',
  },
  form: {
    new: 'Deposit a resource', edit: 'Edit a resource', about: 'Say what it is, where it comes from and whom it helps: that is how it will be found.',
    notYours: 'You cannot edit this resource', see: 'See the resource', noPlace: 'You cannot deposit yet', noPlaceText: 'Members of a structure or a network deposit resources: ask for an invitation.',
    what: 'What it is', from: 'Where it comes from', for: 'Whom it helps', who: 'Who reads it, and until when',
    summaryHelp: 'What it holds and why it is useful.', contentHelp: 'An empty line separates two paragraphs.', oneALine: 'One a line.', legalHelp: 'One a line, as they are cited: L. 2111-3.', none: 'none chosen',
    licenceHelp: 'What one has the right to do with it.', licenceUnchecked: 'As long as the rights are not checked it stays a draft: it cannot be published.',
    placeYours: 'You may publish it yourself.', placeTheirs: 'The animation, or the lead of the structure, will publish it.', reviewHelp: 'After that day its page says that it is to be reviewed.',
    noteHelp: 'With a word here it is a new version; without, a simple correction.',
    publish: 'Publish the resource', submit: 'Propose the resource', keep: 'Keep as a draft', save: 'Save', kept: 'What you type is kept in this tab.', forget: 'Start over',
    done: { publish: 'The resource is published.', submit: 'The resource is proposed: the animation will decide.', keep: 'The draft is kept in “My deposits”.', edit: 'Saved.' },
  },
  errors: {
    'not-found': 'This resource cannot be found, or it is not open to you.',
    'version-not-found': 'This version does not exist. The address without a number leads to the latest.',
    'changed-meanwhile': 'This resource was changed in the meantime. Nothing was overwritten: reload the page and try again.',
    'not-yours': 'This is not for you to decide. Ask the animation of the network.',
    'not-yours-to-publish': 'You cannot publish here: propose the resource, the animation will decide.',
    'not-your-place': 'You cannot deposit here: choose a network, a cohort or a structure you are a member of.',
    'place-unknown': 'This network, cohort or structure cannot be found.',
    'request-used': 'This form was used already. Reload the page to deposit something else.',
    'rights-unchecked': 'The rights are still to be checked: choose a licence, or keep the resource as a draft.',
    'licence-stays-inside': 'This licence keeps the resource inside the network: it cannot be open to everyone.',
    'clause-without-text': 'Write the text of the clause.',
    'nothing-to-read': 'There is nothing to read yet: write a few lines or give a link.',
  },
};
