import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { certifiedFacts, certificateKinds, plainCode } from './certificate';

/** Any writing of a code; what is not one is «not recognised», never an error of form. */
const code = z.string().max(60).transform(plainCode);

export const certificateCard = z.object({
  code: z.string(),
  kind: z.enum(certificateKinds),
  title: z.string(),
  networkName: z.string(),
  name: z.string(),
  issuedAt: z.iso.datetime(),
  /** Verified and issued again until then. */
  until: z.iso.datetime(),
  /** Where its PDF is. */
  url: z.string(),
});
export type CertificateCard = z.output<typeof certificateCard>;

const trackProgress = z.object({ spaceId: identifier, title: z.string(), attended: z.int(), planned: z.int(), needed: z.int(), reached: z.boolean() });
export type TrackProgress = z.output<typeof trackProgress>;

export const listMyCertificates = endpoint({
  method: 'GET', path: '/me/certificates', summary: 'My certificates of attendance, and how far my tracks are', input: z.strictObject({}),
  output: z.object({ certificates: z.array(certificateCard), tracks: z.array(trackProgress) }),
});

export const takeMeetingCertificate = endpoint({ method: 'POST', path: '/meetings/:meetingId/my-certificate', summary: 'Have the certificate of a meeting one attended', input: z.strictObject({ meetingId: identifier }), output: certificateCard });
export const takeTrackCertificate = endpoint({ method: 'POST', path: '/spaces/:spaceId/my-certificate', summary: 'Have the certificate of a track one followed', input: z.strictObject({ spaceId: identifier }), output: certificateCard });
export const reissueCertificate = endpoint({ method: 'POST', path: '/certificates/:code/reissue', summary: 'Issue a certificate again under the name the person has now; the former one says it was replaced', input: z.strictObject({ code }), output: certificateCard });

/** `yes`: issued and true; `replaced`: there is a newer one. An unknown code answers «not found». */
export const verificationAnswers = ['yes', 'replaced'] as const;

export const verification = z.object({
  answer: z.enum(verificationAnswers),
  /** What is certified; absent unless the answer is yes. The holder's initials are all that is said of them. */
  certified: certifiedFacts.extend({ initials: z.string(), issuedOn: z.iso.date() }).nullable(),
});
export type Verification = z.output<typeof verification>;

export const verifyCertificate = endpoint({ method: 'GET', path: '/certificates/:code', access: 'public', summary: 'Whether a certificate is true', input: z.strictObject({ code }), output: verification });
