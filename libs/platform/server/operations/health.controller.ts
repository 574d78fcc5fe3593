import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { AppError } from '../../contract';
import { Database } from '../database/database';

/** For whoever watches the process: alive, ready to serve, and its figures. */
@Controller()
export class HealthController {
  private readonly registry = new Registry();

  constructor(private readonly database: Database) {
    collectDefaultMetrics({ register: this.registry, prefix: 'cohorte_' });
  }

  @Get('/health/live')
  live() {
    return { status: 'live' };
  }

  @Get('/health/ready')
  async ready() {
    await this.database.ping().catch(() => {
      throw new AppError('unavailable', 'platform.database-unreachable');
    });
    return { status: 'ready' };
  }

  @Get('/metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return this.registry.metrics();
  }
}
