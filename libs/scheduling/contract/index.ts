export { answerAt, bestAnswer, hasAnswered, lineOf, pollAnswers, withAnswer } from './polls/answer-line';
export type { PollAnswer } from './polls/answer-line';
export { joinedAtOneMailbox, joiningsPerAddress, linkAgainAfterMinutes, openLink, openPollView, passerBy } from './polls/open-link';
export type { OpenLink, OpenPollView } from './polls/open-link';
export { closeOpenLink, joinOpenPoll, readOpenLink, readOpenPoll, renewOpenLink } from './polls/open-link.contract';
export { pollAnswer } from './polls/poll-answer';
export { csvOf } from './polls/poll-csv';
export {
  closedReasons, guest, participantsMax, placesMax, pollAudiences, pollCountings, pollProposals, pollSettings, pollSlot, pollStateAt, pollStates, pollVisibilities, slotsMax, writtenPoll,
  writtenSlot,
} from './polls/poll';
export type {
  ClosedReason, PollAudience, PollCounting, PollFacts, PollProposals, PollSettings, PollSlot, PollState, PollVisibility, SlotStatus, WrittenSlot,
} from './polls/poll';
export { canRemindByHand, reminderAt } from './polls/poll-reminder';
export { pollSight, showsMore } from './polls/poll-sight';
export type { PollSight } from './polls/poll-sight';
export { copyDay, missingHours, overlaps, seriesOf, withoutTwins } from './polls/poll-series';
export type { DayTime } from './polls/poll-series';
export { openReplacement, readReplacement } from './polls/replacement.contract';
export type { FormerPoll } from './polls/replacement.contract';
export { bestSlots, explain, tally, voicesOf } from './polls/poll-tally';
export type { Answering, SlotTally, Voice } from './polls/poll-tally';
export { answersReceipt, myAnswers, pollCard, pollLine, pollParticipant, pollView } from './polls/poll-view';
export type { AnswersReceipt, MyAnswers, PollCard, PollLine, PollParticipant, PollView } from './polls/poll-view';
export { wallDay, wallTime, zoneName } from './polls/poll-zone';
export { dayAt, instantOf, isDay, usualZones, wallAt, weeksLater } from './polls/wall-clock';
export { canPoll, pollActions } from './polls/poll.policy';
export type { PollAction, PollPlace } from './polls/poll.policy';
export { pollsChannel } from './polls/polls.channel';
export {
  addPollSlots, answerPoll, answerPollByLink, cancelPoll, changePoll, changePollParticipant, closePoll, createPoll, decidePoll, deletePollAnswers, duplicatePoll, exportPoll, extendPoll,
  invitePollGuests, listPollParticipants, listPolls, openPoll, preparePoll, proposePollSlot, proposePollSlotByLink, readPoll, readPollByLink, readPollLink, remindPoll, removePollSlot, reviewPollSlot,
  revokePollParticipant,
} from './polls/polls.contract';
export { addDays, daysBetween, daysFrom, monthAround, weekdayOf } from './track-dates/civil-day';
export { candidateSlots, slotsPerMeetingMax, suggestedMonths } from './track-dates/candidate-slots';
export type { CandidateSlot } from './track-dates/candidate-slots';
export { reasonsOf } from './track-dates/combination-reasons';
export { presenceShare } from './track-dates/combination-score';
export { bestCombinations } from './track-dates/combination-search';
export type { Combination, SoughtMeeting } from './track-dates/combination-search';
export { dayFacts } from './track-dates/day-facts';
export type { DayFacts, LocalCalendar } from './track-dates/day-facts';
export { publicHolidays } from './track-dates/public-holidays';
export type { HolidayPlace, PublicHolidayName } from './track-dates/public-holidays';
export { calendarOfRegion } from './track-dates/region-calendar';
export { relaxRule, whyImpossible } from './track-dates/relaxation';
export { schoolCalendarSource, schoolCalendarSpan, schoolHolidaysBetween, schoolZones } from './track-dates/school-holidays';
export type { SchoolHolidayName, SchoolZone } from './track-dates/school-holidays';
export { tallySlots } from './track-dates/slot-tally';
export type { Answers, Assembly, Voter } from './track-dates/slot-tally';
export {
  answerTrack, answerTrackByLink, cancelTrackPoll, changeTrackRules, decideTrackDates, extendTrackPoll, listCombinations, openTrackPoll, readTrackDates, readTrackLink, readTrackSheet, readTrackSheetByLink,
  remindTrackPoll,
} from './track-dates/track-dates.contract';
export { trackPollStateAt } from './track-dates/track-poll';
export type { CombinationsView, CombinationView, Reason, Relaxation, TrackMeetingCard, TrackPerson, TrackPollState, TrackPollView, TrackSheet } from './track-dates/track-poll';
export { plainRule, weeksMax } from './track-dates/track-rules';
export type { MeetingRule, Requirement } from './track-dates/track-rules';
