import { Realtime, Signals } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { bell } from '../../contract';

/** Told to every node: whose notices changed. */
const signal = 'notifications_bell';

/** Tells the open pages of a person, on whatever node, that their notices changed. */
@Injectable()
export class BellGateway {
  constructor(
    private readonly realtime: Realtime,
    private readonly signals: Signals,
  ) {
    signals.on(signal, (personId) => this.announce(personId));
  }

  ring(personIds: readonly string[]): void {
    for (const personId of personIds) this.signals.tell(signal, personId);
  }

  private announce(personId: string): void {
    for (const socket of this.realtime.socketsOf(personId)) socket.emit(bell, 'changed', {});
  }
}
