import { blankDetails, changesSince, detailsOf, fieldIdOf, problemKey, rebase } from './meeting-form';
import { aMeetingPage } from './meeting-web.fixtures';

const base = detailsOf(aMeetingPage);

describe('a meeting’s form', () => {
  it('sends what was written and nothing else', () => {
    expect(changesSince(base, { ...base, title: 'Autre titre', about: '' })).toEqual({ title: 'Autre titre' });
  });

  it('keeps all I wrote when somebody else saved meanwhile, takes theirs elsewhere, and says where we both wrote', () => {
    const mine = { ...base, title: 'Mon titre', about: 'Mon texte' };
    const theirs = { ...base, title: 'Leur titre', placeName: 'Leur salle' };
    expect(rebase(base, mine, theirs)).toEqual({ details: { ...base, title: 'Mon titre', about: 'Mon texte', placeName: 'Leur salle' }, both: ['title'] });
  });

  it('writing the same thing at once is no conflict', () => {
    expect(rebase(base, { ...base, title: 'Idem' }, { ...base, title: 'Idem' }).both).toEqual([]);
  });

  it('begins as its kind usually is', () => {
    expect(blankDetails('open-webinar', false)).toMatchObject({ audience: 'public', format: 'video', minutes: 60 });
    expect(blankDetails('steering-committee', false)).toMatchObject({ audience: 'network' });
    expect(blankDetails('participatory-workshop', true)).toMatchObject({ audience: 'space' });
  });

  it('finds the control and the sentence of what was refused', () => {
    expect([fieldIdOf('title'), fieldIdOf('agenda.3.minutes'), fieldIdOf('agenda.0.groups'), fieldIdOf('laterSittings.1.time'), fieldIdOf('agenda')])
      .toEqual(['co-meeting-title', 'co-part-3-minutes', 'co-part-0-title', 'co-sitting-1', 'co-meeting-agenda']);
    expect([problemKey('minutes', 'too-big'), problemKey('agenda', 'too-many'), problemKey('visioUrl', 'not-a-link'), problemKey('zone', 'unknown-zone')]).toEqual(['minutes', 'tooManyParts', 'link', null]);
  });
});
