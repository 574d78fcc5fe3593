import { attendanceStates, listStates, markedStates, paces, usefulnesses, verificationAnswers } from '@cohorte/meetings/contract';
import { presenceEn } from '../i18n/presence.en';
import { presenceFr } from '../i18n/presence.fr';

describe.each([['fr', presenceFr], ['en', presenceEn]])('the words of presence in %s', (_language, words) => {
  it('say every state, answer and pace there is', () => {
    const { presence, verification } = words;
    for (const state of attendanceStates) expect(presence.history.states[state]).toBeTruthy();
    for (const state of attendanceStates.filter((one) => one !== 'to-come')) expect(presence.mine[state as 'present']).toBeTruthy();
    for (const state of markedStates.filter((one) => one !== 'to-come')) expect(presence.keep.mark[state as 'present']).toBeTruthy();
    for (const mark of usefulnesses) expect(presence.survey.marks[mark]).toBeTruthy();
    for (const pace of paces) expect(presence.survey.paces[pace]).toBeTruthy();
    for (const answer of [...verificationAnswers, 'no' as const]) expect(verification.answers[answer] && verification.explained[answer]).toBeTruthy();
    expect(listStates).toEqual(['ahead', 'open', 'closed']);
  });
});
