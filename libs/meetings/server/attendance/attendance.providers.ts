import type { Provider } from '@nestjs/common';
import { AttendanceBook } from './attendance-book';
import { AttendanceClosing } from './attendance-closing';
import { AttendancePersonalData } from './attendance-personal-data';
import { AttendanceController } from './attendance.controller';
import { AttendanceListener } from './attendance.listener';
import { AttendanceQueries } from './attendance.queries';
import { AttendanceHistory, AttendanceService } from './attendance.service';
import { AttendanceSweeps } from './attendance.sweeps';
import { CertificateIssuer } from './certificate-issuer';
import { CertificatePdf } from './certificate-pdf';
import { CertificateController } from './certificate.controller';
import { CertificateService } from './certificate.service';
import { MyPresenceQueries } from './my-presence.queries';
import { Participants } from './participants';
import { PresenceService } from './presence.service';
import { SurveyBallots } from './survey-ballots';
import { SurveyService } from './survey.service';
import { TrackAttendance } from './track-attendance';

/** What attendance brings to the module of meetings. */
export const attendanceProviders: Provider[] = [
  AttendanceBook, AttendanceClosing, AttendanceHistory, AttendanceListener, AttendancePersonalData, AttendanceQueries, AttendanceService, AttendanceSweeps, CertificateIssuer, CertificatePdf,
  CertificateService, MyPresenceQueries, Participants, PresenceService, SurveyBallots, SurveyService, TrackAttendance,
];
export const attendanceControllers = [AttendanceController, CertificateController];
