export { limits, minutesToWait } from './attempt-limit';
export type { AttemptLimit } from './attempt-limit';
export {
  addPasskey, confirmTotp, endSession, eraseMine, exportMine, listPasskeys, listSessions, passkeyRegistrationOptions, passkeySignInOptions, passSecondFactor,
  postponeSecondFactor, removePasskey, removeTotp, renewRecoveryCodes, requestCode, signInStep, signInWithCode, signInWithPasskey, signOut, signOutEverywhere,
  startTotp, updateProfile, whoAmI,
} from './identity.contract';
export type { PasskeyAnswer, SessionSummary, SignInStep } from './identity.contract';
export { localPath } from './local-path';
export { defaultPreferences, person, personName, preferences } from './person';
export type { NamedPerson, Person, Preferences } from './person';
export { secondFactorFor } from './second-factor';
export type { PasskeySummary, SecondFactorState } from './second-factor';
