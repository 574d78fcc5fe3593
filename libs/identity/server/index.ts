export { personErased } from './identity.events';
export { IdentityModule } from './identity.module';
export { People } from './people';
export type { Contact } from './people';
export { KeepsPersonalData } from './personal-data';
export type { PersonalDataSource } from './personal-data';
export { SecondFactorPolicy } from './second-factor.policy';
export { SessionReader } from './session.reader';
export { SignInService } from './sign-in.service';
