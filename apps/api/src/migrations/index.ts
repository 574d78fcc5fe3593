import { CreatePlatform1760000000000 } from './1760000000000-create-platform';
import { CreateIdentity1760000010000 } from './1760000010000-create-identity';
import { CreateNetworks1760000020000 } from './1760000020000-create-networks';
import { CreateNetworksVisibility1760000021000 } from './1760000021000-create-networks-visibility';
import { CreateDrafts1760000040000 } from './1760000040000-create-drafts';
import { CreateDraftsArchive1760000060000 } from './1760000060000-create-drafts-archive';
import { SpeedDraftsAppend1760000060500 } from './1760000060500-speed-drafts-append';
import { OpenDraftImages1760000060800 } from './1760000060800-open-draft-images';
import { CreateMeetings1760000030000 } from './1760000030000-create-meetings';
import { PlanDraftsAppendOnce1760000060600 } from './1760000060600-plan-drafts-append-once';
import { CreateTracks1760000050000 } from './1760000050000-create-tracks';
import { AddIdentityFirstSignIn1760000066000 } from './1760000066000-add-identity-first-sign-in';
import { CreateDraftReaders1760000061000 } from './1760000061000-create-draft-readers';
import { CreateDraftWorkshops1760000065000 } from './1760000065000-create-draft-workshops';
import { CreateDraftComments1760000063000 } from './1760000063000-create-draft-comments';
import { CreateDraftReadings1760000063500 } from './1760000063500-create-draft-readings';
import { ExtendMailbox1760000075000 } from './1760000075000-extend-mailbox';
import { CreateNotifications1760000075500 } from './1760000075500-create-notifications';
import { MarkWhatSearchFinds1760000080500 } from './1760000080500-mark-what-search-finds';
import { CreateSearch1760000080000 } from './1760000080000-create-search';
import { CreateDraftVersions1760000062000 } from './1760000062000-create-draft-versions';
import { CreateMeetingsAttendance1760000072500 } from './1760000072500-create-meetings-attendance';
import { CreateMeetingsCalendar1760000072000 } from './1760000072000-create-meetings-calendar';
import { CreateMeetingsRegistration1760000071500 } from './1760000071500-create-meetings-registration';
import { OpenPollsToPassersBy1760000077000 } from './1760000077000-open-polls-to-passers-by';
import { OpenMeetingsToRegistered1760000071600 } from './1760000071600-open-meetings-to-registered';
import { CreatePlatformPeriodicRun1760000071000 } from './1760000071000-create-platform-periodic-run';
import { ExtendMeetings1760000070000 } from './1760000070000-extend-meetings';
import { CreateSchedulingPolls1760000073000 } from './1760000073000-create-scheduling-polls';
import { CreateSchedulingTrackPolls1760000074000 } from './1760000074000-create-scheduling-track-polls';
import { CreateLibraryComments1760000081800 } from './1760000081800-create-library-comments';
import { CreateLibraryFiles1760000082000 } from './1760000082000-create-library-files';
import { CreateLibraryToolboxes1760000081500 } from './1760000081500-create-library-toolboxes';
import { CreateLibrary1760000081000 } from './1760000081000-create-library';
import { CreateLibraryUpkeep1760000084000 } from './1760000084000-create-library-upkeep';
import { CreateLibraryFeeds1760000085010 } from './1760000085010-create-library-feeds';
import { LetImportsBringFiles1760000085000 } from './1760000085000-let-imports-bring-files';
import { OpenNoticesToResources1760000084500 } from './1760000084500-open-notices-to-resources';
import { AddLibraryTags1760000085100 } from './1760000085100-add-library-tags';
import { CreateLibraryTagChanges1760000085110 } from './1760000085110-create-library-tag-changes';
import { AnswerSearchFromFewEntries1760000085200 } from './1760000085200-answer-search-from-few-entries';
import { DropFormerSearch1760000085210 } from './1760000085210-drop-former-search';
import { CountSeveralEntries1760000085220 } from './1760000085220-count-several-entries';
import { CreateLibraryFollows1760000085120 } from './1760000085120-create-library-follows';
import { CreateLibrarySynonyms1760000083100 } from './1760000083100-create-library-synonyms';
import { AskSearchInOneTrip1760000083000 } from './1760000083000-ask-search-in-one-trip';
import { KeepCopiesOfLinks1760000085400 } from './1760000085400-keep-copies-of-links';
import { NameCalendarEventsAfterPeople1760000085410 } from './1760000085410-name-calendar-events-after-people';
import { TimeLibraryTranscripts1760000085300 } from './1760000085300-time-library-transcripts';

/** The one time line of the database, in order. Listed by name: globs do not survive bundling. */
export const migrations = [
  CreatePlatform1760000000000,
  CreateIdentity1760000010000,
  CreateNetworks1760000020000,
  CreateNetworksVisibility1760000021000,
  CreateDrafts1760000040000,
  CreateMeetings1760000030000,
  CreateTracks1760000050000,
  CreateDraftReaders1760000061000,
  CreateDraftsArchive1760000060000,
  AddIdentityFirstSignIn1760000066000,
  CreateDraftWorkshops1760000065000,
  PlanDraftsAppendOnce1760000060600,
  CreateDraftComments1760000063000,
  CreateDraftVersions1760000062000,
  ExtendMailbox1760000075000,
  CreateNotifications1760000075500,
  SpeedDraftsAppend1760000060500,
  ExtendMeetings1760000070000,
  CreatePlatformPeriodicRun1760000071000,
  CreateMeetingsCalendar1760000072000,
  CreateMeetingsRegistration1760000071500,
  OpenMeetingsToRegistered1760000071600,
  OpenDraftImages1760000060800,
  CreateDraftReadings1760000063500,
  CreateSchedulingPolls1760000073000,
  CreateSchedulingTrackPolls1760000074000,
  CreateMeetingsAttendance1760000072500,
  CreateSearch1760000080000,
  MarkWhatSearchFinds1760000080500,
  CreateLibrary1760000081000,
  CreateLibraryToolboxes1760000081500,
  CreateLibraryComments1760000081800,
  CreateLibraryFiles1760000082000,
  OpenPollsToPassersBy1760000077000,
  CreateLibraryUpkeep1760000084000,
  OpenNoticesToResources1760000084500,
  AddLibraryTags1760000085100,
  CreateLibraryTagChanges1760000085110,
  CreateLibraryFollows1760000085120,
  AskSearchInOneTrip1760000083000,
  CreateLibrarySynonyms1760000083100,
  LetImportsBringFiles1760000085000,
  AnswerSearchFromFewEntries1760000085200,
  DropFormerSearch1760000085210,
  CountSeveralEntries1760000085220,
  KeepCopiesOfLinks1760000085400,
  NameCalendarEventsAfterPeople1760000085410,
  CreateLibraryFeeds1760000085010,
  TimeLibraryTranscripts1760000085300,
];
