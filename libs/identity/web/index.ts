export { BEFORE_SIGN_OUT } from './before-sign-out';
export type { BeforeSignOut } from './before-sign-out';
export { profileRoutes, signInRoutes } from './identity.routes';
export { IdentityStore } from './identity.store';
export type { IdentityStatus } from './identity.store';
export { signedInGuard, visitorGuard } from './sign-in.guard';
export { SignInStore } from './sign-in.store';
