import * as z from 'zod';
import { emailAddress, endpoint, identifier, language, nothing, shortText } from '@cohorte/platform/contract';
import { jobTitle, person, personName, preferenceChange } from './person';
import { passkeySummary, secondFactorState } from './second-factor';

const nobody = z.strictObject({});
const sixDigits = z.string().transform((typed) => typed.replaceAll(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/));
const recoveryCode = z.string().trim().min(4).max(40);
/** What the browser's authenticator says; the passkey library checks every byte of it. */
const credential = z.looseObject({
  id: z.string().min(1).max(2_000), rawId: z.string().min(1).max(2_000), type: z.literal('public-key'),
  response: z.record(z.string().max(60), z.json()), clientExtensionResults: z.record(z.string().max(60), z.json()).default({}),
});
export type PasskeyAnswer = z.output<typeof credential>;

/** `second-factor`: the code by mail was right, the second factor is still awaited. */
export const signInStep = z.object({ step: z.enum(['signed-in', 'second-factor']) });
export type SignInStep = z.output<typeof signInStep>['step'];

export const requestCode = endpoint({
  method: 'POST', path: '/sign-in/code-requests', access: 'public',
  summary: 'Ask for a sign-in code by mail; the answer is the same for every address',
  input: z.strictObject({ email: emailAddress, language: language.default('fr') }),
  output: z.object({ resendInSeconds: z.number().int() }),
});

export const signInWithCode = endpoint({
  method: 'POST', path: '/sign-in/code', access: 'public',
  summary: 'Sign in with the six digits received by mail',
  input: z.strictObject({ email: emailAddress, code: sixDigits }),
  output: signInStep,
});

export const passSecondFactor = endpoint({
  method: 'POST', path: '/sign-in/second-factor', access: 'public',
  summary: 'Finish a sign-in with a code of the authenticator application, or with a recovery code',
  input: z.strictObject({ code: sixDigits.optional(), recoveryCode: recoveryCode.optional() })
    .refine((given) => (given.code === undefined) !== (given.recoveryCode === undefined), { message: 'required', path: ['code'] }),
  output: signInStep,
});

export const passkeySignInOptions = endpoint({
  method: 'POST', path: '/sign-in/passkey-options', access: 'public',
  summary: 'What a browser needs to sign in with a passkey',
  input: nobody,
  output: z.object({ options: z.record(z.string(), z.json()) }),
});

export const signInWithPasskey = endpoint({
  method: 'POST', path: '/sign-in/passkey', access: 'public',
  summary: 'Sign in with a passkey',
  input: z.strictObject({ response: credential }),
  output: signInStep,
});

export const signOut = endpoint({ method: 'POST', path: '/sign-out', access: 'public', summary: 'Sign out of this device', input: nobody, output: nothing });

export const signOutEverywhere = endpoint({ method: 'POST', path: '/sign-out/everywhere', summary: 'Sign out of every device, this one included', input: nobody, output: nothing });

export const whoAmI = endpoint({
  method: 'GET', path: '/me', access: 'public',
  summary: 'Who is signed in, with preferences and second factor',
  input: nobody,
  output: z.object({ status: z.enum(['visitor', 'second-factor', 'signed-in']), person: person.nullable(), secondFactor: secondFactorState.nullable() }),
});

export const updateProfile = endpoint({
  method: 'PATCH', path: '/me', summary: 'Change name, function, language or preferences',
  input: z.strictObject({ name: personName.optional(), jobTitle: jobTitle.optional(), language: language.optional(), preferences: preferenceChange.optional() }),
  output: person,
});

const session = z.object({ id: identifier, device: z.string(), createdAt: z.iso.datetime(), seenAt: z.iso.datetime(), current: z.boolean() });
export type SessionSummary = z.output<typeof session>;

export const listSessions = endpoint({ method: 'GET', path: '/me/sessions', summary: 'Devices on which I am signed in', input: nobody, output: z.object({ sessions: z.array(session) }) });

export const endSession = endpoint({ method: 'DELETE', path: '/me/sessions/:sessionId', summary: 'Sign out of one device', input: z.strictObject({ sessionId: identifier }), output: nothing });

export const startTotp = endpoint({
  method: 'POST', path: '/me/totp', summary: 'Begin to set up an authenticator application',
  input: nobody,
  output: z.object({ uri: z.string(), secret: z.string(), qrCode: z.string().describe('An SVG picture as a data: address') }),
});

export const confirmTotp = endpoint({
  method: 'POST', path: '/me/totp/confirmation', summary: 'Finish the set-up with a first code; answers the recovery codes, shown once',
  input: z.strictObject({ code: sixDigits }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const removeTotp = endpoint({ method: 'POST', path: '/me/totp/removal', summary: 'Give up the authenticator application; needs one of its codes', input: z.strictObject({ code: sixDigits }), output: nothing });

export const renewRecoveryCodes = endpoint({
  method: 'POST', path: '/me/recovery-codes', summary: 'Replace the recovery codes; needs a code of the application',
  input: z.strictObject({ code: sixDigits }), output: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const postponeSecondFactor = endpoint({ method: 'POST', path: '/me/second-factor/postponement', summary: 'Set up the second factor at the next sign-in; possible once', input: nobody, output: secondFactorState });

export const listPasskeys = endpoint({ method: 'GET', path: '/me/passkeys', summary: 'My passkeys', input: nobody, output: z.object({ passkeys: z.array(passkeySummary) }) });

export const passkeyRegistrationOptions = endpoint({ method: 'POST', path: '/me/passkey-options', summary: 'What a browser needs to create a passkey', input: nobody, output: z.object({ options: z.record(z.string(), z.json()) }) });

export const addPasskey = endpoint({ method: 'POST', path: '/me/passkeys', summary: 'Keep a passkey created by the browser', input: z.strictObject({ name: shortText(80), response: credential }), output: nothing });

export const removePasskey = endpoint({ method: 'DELETE', path: '/me/passkeys/:passkeyId', summary: 'Forget a passkey', input: z.strictObject({ passkeyId: identifier }), output: nothing });

export const exportMine = endpoint({
  method: 'GET', path: '/me/export', summary: 'Everything kept about me, in every domain',
  input: nobody,
  output: z.object({ exportedAt: z.iso.datetime(), identity: z.record(z.string(), z.json()), domains: z.record(z.string(), z.json()) }),
});

export const eraseMine = endpoint({
  method: 'POST', path: '/me/erasure', summary: 'Erase my account; contributions stay, without my name',
  input: z.strictObject({ confirmation: z.string().trim().toLowerCase().max(254) }), output: nothing,
});
