import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AttemptLimiter } from './attempt-limiter';
import { CodeLetterHandler } from './code-letter.handler';
import { CodeRequests } from './code-requests';
import { HomeDoor } from './home-door';
import { IdentityPool } from './identity-pool';
import { MeController } from './me.controller';
import { PasskeyService } from './passkey.service';
import { People } from './people';
import { PersonService } from './person.service';
import { PersonalDataSources } from './personal-data';
import { PersonalDataService } from './personal-data.service';
import { SecondFactorController } from './second-factor.controller';
import { SecondFactorNeed } from './second-factor.policy';
import { SecondFactorService } from './second-factor.service';
import { SessionReader } from './session.reader';
import { SessionService } from './session.service';
import { SignInController } from './sign-in.controller';
import { SignInLibrary } from './sign-in-library';
import { SignInService } from './sign-in.service';
import { TotpService } from './totp.service';

/** Who you are: accounts, sign-in, sessions, profile, personal data. */
@Module({
  imports: [DiscoveryModule],
  controllers: [SignInController, MeController, SecondFactorController],
  providers: [
    IdentityPool, SignInLibrary, AttemptLimiter, SessionReader, SessionService, CodeRequests, CodeLetterHandler, SignInService, TotpService, PasskeyService,
    SecondFactorNeed, SecondFactorService, People, PersonService, PersonalDataSources, PersonalDataService, HomeDoor,
  ],
  exports: [SessionReader, People, SignInService],
})
export class IdentityModule {}
