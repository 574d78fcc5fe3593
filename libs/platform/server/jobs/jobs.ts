import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { createPostgresBackend, type JobsOptions, Queue, withBackend, Worker } from 'bullmq';
import type * as z from 'zod';
import { Config } from '../config';
import { type DecoratedMethod, decoratedMethods } from '../decorated-methods';
import { HANDLES, type Job } from './job';

/** What both backends of BullMQ offer and this file needs. */
interface AnyQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  close(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}
type AnyWorker = Omit<AnyQueue, 'add'>;

const queueName = 'cohorte';
const postgres = withBackend(createPostgresBackend);
/** Finished jobs are kept a while for the operator's eye, then removed. */
const keep = { removeOnComplete: { age: 3_600, count: 1_000 }, removeOnFail: { age: 7 * 86_400 } };

/** Orders for later, on BullMQ: PostgreSQL by default, Redis when `REDIS_URL` is set. The only place that knows BullMQ. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private queue: AnyQueue | undefined;
  private worker: AnyWorker | undefined;

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Waits until both are set up: the set-up survives no loss of its connection, everything after it does. */
  async onApplicationBootstrap(): Promise<void> {
    const handlers = this.handlers();
    if (handlers.size === 0) return;
    this.queue = this.openQueue();
    if (this.config.value.roles.includes('worker')) this.worker = this.openWorker(handlers);
    for (const part of [this.queue, this.worker]) part?.on('error', (error: Error) => this.logger.error({ err: error }, 'job queue'));
    await this.queue.waitUntilReady();
    await this.worker?.waitUntilReady();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close();
    await this.queue?.close();
  }

  /** Queues an order; with an `id`, the same order is queued once only. */
  async add<J extends Job>(declared: J, payload: z.input<J['schema']>, options: { id?: string; delayMs?: number } = {}): Promise<void> {
    if (!this.queue) throw new Error(`No handler is known for any job: ${declared.name} cannot be queued`);
    await this.queue.add(declared.name, declared.schema.parse(payload), {
      ...keep,
      attempts: declared.attempts,
      backoff: { type: 'exponential', delay: 1_000 },
      ...(options.id ? { jobId: options.id } : {}),
      ...(options.delayMs ? { delay: options.delayMs } : {}),
    });
  }

  private handlers(): Map<string, DecoratedMethod<Job>> {
    const handlers = new Map<string, DecoratedMethod<Job>>();
    for (const method of decoratedMethods<Job>(this.discovery, this.scanner, HANDLES)) {
      if (handlers.has(method.declared.name)) throw new Error(`Two handlers for the job ${method.declared.name}`);
      handlers.set(method.declared.name, method);
    }
    return handlers;
  }

  private get postgresConnection() {
    return { connectionString: this.config.value.database.jobsUrl, schema: 'jobs', migrate: true, max: 4 };
  }

  private openQueue(): AnyQueue {
    const { redisUrl } = this.config.value;
    return redisUrl ? new Queue(queueName, { connection: { url: redisUrl } }) : new postgres.Queue(queueName, { connection: this.postgresConnection });
  }

  private openWorker(handlers: Map<string, DecoratedMethod<Job>>): AnyWorker {
    const run = async (order: { name: string; data: unknown }) => {
      const handler = handlers.get(order.name);
      if (!handler) throw new Error(`No handler for the job ${order.name}`);
      await handler.call(handler.declared.schema.parse(order.data));
    };
    const { redisUrl } = this.config.value;
    const options = { concurrency: 4 };
    return redisUrl
      ? new Worker(queueName, run, { ...options, connection: { url: redisUrl, maxRetriesPerRequest: null } })
      : new postgres.Worker(queueName, run, { ...options, connection: this.postgresConnection });
  }
}
