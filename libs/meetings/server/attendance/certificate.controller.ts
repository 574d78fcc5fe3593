import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { type ActingRequest, Implements } from '@cohorte/platform/server';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  answerSurvey, answerSurveyAsGuest, getSurveyResults, listMyCertificates, plainCode, reissueCertificate, shownCode, takeMeetingCertificate, takeTrackCertificate, verifyCertificate,
} from '../../contract';
import type { CertificateRow } from './certificate-issuer';
import { CertificatePdf } from './certificate-pdf';
import { CertificateService } from './certificate.service';
import { SurveyService } from './survey.service';

/** Certificates and the survey after a meeting, over HTTP. */
@Controller()
export class CertificateController {
  constructor(
    private readonly certificates: CertificateService,
    private readonly survey: SurveyService,
    private readonly pdf: CertificatePdf,
  ) {}

  @Implements(listMyCertificates)
  mine(actor: Actor) {
    return this.certificates.mine(actor);
  }

  @Implements(takeMeetingCertificate)
  takeForMeeting(actor: Actor, input: InputOf<typeof takeMeetingCertificate>) {
    return this.certificates.takeForMeeting(actor, input.meetingId);
  }

  @Implements(takeTrackCertificate)
  takeForTrack(actor: Actor, input: InputOf<typeof takeTrackCertificate>) {
    return this.certificates.takeForTrack(actor, input.spaceId);
  }

  @Implements(reissueCertificate)
  reissue(actor: Actor, input: InputOf<typeof reissueCertificate>) {
    return this.certificates.reissue(actor, input.code);
  }

  @Implements(verifyCertificate)
  verify(_actor: unknown, input: InputOf<typeof verifyCertificate>) {
    return this.certificates.verify(input.code);
  }

  @Implements(answerSurvey)
  answer(actor: Actor, input: InputOf<typeof answerSurvey>) {
    return this.survey.answer(actor, input);
  }

  @Implements(answerSurveyAsGuest)
  answerAsGuest(_actor: unknown, input: InputOf<typeof answerSurveyAsGuest>) {
    return this.survey.answerAsGuest(input);
  }

  @Implements(getSurveyResults)
  results(actor: Actor, input: InputOf<typeof getSurveyResults>) {
    return this.survey.results(actor, input.meetingId);
  }

  @Get('certificates/:code/file.pdf')
  async file(@Param('code') code: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!request.actor || request.actor.personId === null) throw new AppError('unauthenticated', 'platform.sign-in-needed');
    await this.send(reply, await this.certificates.open(request.actor as Actor, plainCode(code)));
  }

  @Get('registrations/:token/certificate.pdf')
  async fileOfGuest(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.certificates.openAsGuest(token));
  }

  private async send(reply: FastifyReply, row: CertificateRow): Promise<void> {
    void reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="attestation-${shownCode(row.code)}.pdf"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'private, no-store')
      .send(await this.pdf.write(row));
  }
}
