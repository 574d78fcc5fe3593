/** Why a letter could not be handed over: nobody has this address, this very letter is refused, it may pass later, or nobody answers at all. */
export type MailRefusal = 'address' | 'letter' | 'later' | 'line';

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** What nodemailer says when it never got as far as speaking of the letter. */
const silence = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EPROTOCOL', 'ECONNREFUSED', 'ECONNRESET']);

/** The commands at which a refusal concerns the address, or this very letter; a refused sender is our own setting. */
const concerns: Record<string, MailRefusal> = { 'RCPT TO': 'address', DATA: 'letter' };

/** Reads what the mail server said (RFC 5321: 5xx is for good, 4xx and silence are for now). */
export function mailRefusal(error: unknown): MailRefusal {
  const { command, code, responseCode } = (error ?? {}) as SmtpError;
  if (responseCode === undefined) return silence.has(code ?? '') ? 'line' : 'later';
  return responseCode >= 500 && responseCode < 600 ? (concerns[command ?? ''] ?? 'later') : 'later';
}
