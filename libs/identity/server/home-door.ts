import { FirstPages } from '@cohorte/platform/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionReader } from './session.reader';

/** Whoever is signed in and types the name of the site alone is led home. */
@Injectable()
export class HomeDoor implements OnModuleInit {
  constructor(
    private readonly pages: FirstPages,
    private readonly sessions: SessionReader,
  ) {}

  onModuleInit(): void {
    this.pages.registerDetour(/^\/$/, async (headers) => ((await this.sessions.read(headers)) ? '/accueil' : null));
  }
}
