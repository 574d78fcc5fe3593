import type { InputOf, OutputOf, Principal } from '@cohorte/platform/contract';
import { type HttpExchange, Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { endSession, eraseMine, exportMine, listSessions, signOutEverywhere, updateProfile, whoAmI } from '../contract';
import { PersonService } from './person.service';
import { PersonalDataService } from './personal-data.service';
import { SecondFactorService } from './second-factor.service';
import { SessionReader } from './session.reader';
import { SessionService } from './session.service';

/** A person's own account: profile, devices, data. */
@Controller()
export class MeController {
  constructor(
    private readonly people: PersonService,
    private readonly sessions: SessionService,
    private readonly reader: SessionReader,
    private readonly secondFactor: SecondFactorService,
    private readonly data: PersonalDataService,
  ) {}

  @Implements(whoAmI)
  async whoAmI(_actor: unknown, _input: InputOf<typeof whoAmI>, http: HttpExchange): Promise<OutputOf<typeof whoAmI>> {
    const open = await this.reader.find(http.headers);
    if (!open) return { status: 'visitor', person: null, secondFactor: null };
    if (open.secondFactorPending) return { status: 'second-factor', person: null, secondFactor: null };
    this.sessions.renewCookie(open.token, http);
    return { status: 'signed-in', person: await this.people.get(open), secondFactor: await this.secondFactor.stateOf(open) };
  }

  @Implements(updateProfile)
  updateProfile(me: Principal, input: InputOf<typeof updateProfile>) {
    return this.people.update(me, input);
  }

  @Implements(listSessions)
  async listSessions(me: Principal) {
    return { sessions: await this.sessions.list(me) };
  }

  @Implements(endSession)
  async endSession(me: Principal, input: InputOf<typeof endSession>) {
    await this.sessions.end(me, input.sessionId);
    return {};
  }

  @Implements(signOutEverywhere)
  async signOutEverywhere(me: Principal, _input: InputOf<typeof signOutEverywhere>, http: HttpExchange) {
    await this.sessions.signOutEverywhere(me, http);
    return {};
  }

  @Implements(exportMine)
  exportMine(me: Principal) {
    return this.data.export(me);
  }

  @Implements(eraseMine)
  async eraseMine(me: Principal, input: InputOf<typeof eraseMine>, http: HttpExchange) {
    await this.data.erase(me, input.confirmation, http);
    return {};
  }
}
