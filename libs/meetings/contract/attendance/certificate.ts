import * as z from 'zod';

/** Letters and digits nobody mistakes for one another on paper. */
export const certificateAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 15 signs of 30: over 73 bits, beyond guessing at any rate a server would answer. */
export const certificateSigns = 15;

/** As typed from paper: spaces, dashes and small letters are forgiven. */
export const plainCode = (written: string): string => written.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
/** `K7QF2-M9XTB-4RHWC` */
export const shownCode = (code: string): string => code.match(/.{1,5}/g)?.join('-') ?? '';
export const isCertificateCode = (code: string): boolean => code.length === certificateSigns && [...code].every((sign) => certificateAlphabet.includes(sign));

export const certificateKinds = ['meeting', 'track'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** Months during which a certificate can be verified and issued again. */
export const certificateMonths = 36;

/** Meetings of a track that must have been attended: five of six, in that proportion, rounded up. */
export const meetingsNeeded = (planned: number): number => Math.ceil((planned * 5) / 6);

/** A track is attested from three meetings on; a series of one or two has its own certificates. */
export const isTrackAttended = ({ attended, planned }: { attended: number; planned: number }): boolean => planned >= 3 && attended >= meetingsNeeded(planned);

/** «Sophie Martin-Duval» → «S. M.-D.»: enough to compare with a paper in one's hand, not enough to learn a name. */
export function initials(name: string): string {
  return name.trim().split(/\s+/).filter(Boolean).map((word) => word.split('-').filter(Boolean).map((part) => `${[...part][0]?.toUpperCase() ?? ''}.`).join('-')).join(' ');
}

export const certifiedMeeting = z.object({ title: z.string(), startsAt: z.iso.datetime(), zone: z.string(), minutes: z.int() });
export type CertifiedMeeting = z.output<typeof certifiedMeeting>;

/** What a certificate says, kept as it was on the day of issue. */
export const certifiedFacts = z.object({
  kind: z.enum(certificateKinds),
  /** The meeting, or the track. */
  title: z.string(),
  networkName: z.string(),
  meetings: z.array(certifiedMeeting),
  /** Of a track: how many there were. */
  planned: z.int(),
});
export type CertifiedFacts = z.output<typeof certifiedFacts>;
