import { Injectable } from '@nestjs/common';
import { AppError, type Endpoint } from '../../contract';
import { Clock } from '../clock';

/** Above this many addresses, those whose time is over are forgotten first. */
const keptAddresses = 20_000;

interface Counted {
  readonly until: number;
  calls: number;
}

/**
 * Floods of visitors, by network address. Counted in this process and not in the database, since it stands before the busiest calls;
 * what must hold across processes and restarts (codes of a sign-in) is counted by its own domain.
 */
@Injectable()
export class RateLimit {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly clock: Clock) {}

  /** One call from this address; one too many throws `too-many` with the minutes to wait. */
  take({ method, path, perAddress }: Endpoint, address: string): void {
    if (!perAddress) return;
    const now = this.clock.now().getTime();
    const known = this.counted.get(`${method} ${path} ${address}`);
    const counted = known && known.until > now ? known : this.begin(`${method} ${path} ${address}`, now + perAddress.minutes * 60_000, now);
    counted.calls += 1;
    if (counted.calls > perAddress.max) throw new AppError('too-many', 'platform.too-many', { retryInMinutes: Math.ceil((counted.until - now) / 60_000) });
  }

  private begin(key: string, until: number, now: number): Counted {
    if (this.counted.size >= keptAddresses) for (const [old, one] of this.counted) if (one.until <= now) this.counted.delete(old);
    const counted = { until, calls: 0 };
    this.counted.set(key, counted);
    return counted;
  }
}
