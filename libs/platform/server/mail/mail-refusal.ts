/** Why a letter could not be handed over: nobody has this address, this very letter is refused, or it may pass later. */
export type MailRefusal = 'address' | 'letter' | 'later';

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

const isPermanent = (status: number | undefined): boolean => status !== undefined && status >= 500 && status < 600;

/** Reads what the mail server said (RFC 5321: 5xx is for good, 4xx and silence are for now). */
export function mailRefusal(error: unknown): MailRefusal {
  const { command = '', code = '', responseCode } = (error ?? {}) as SmtpError;
  if (!isPermanent(responseCode)) return 'later';
  if (command === 'RCPT TO' || code === 'EENVELOPE') return command === 'MAIL FROM' ? 'later' : 'address';
  return command === 'DATA' || code === 'EMESSAGE' ? 'letter' : 'later';
}
