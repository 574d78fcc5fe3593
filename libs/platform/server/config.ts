import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import * as z from 'zod';

const roles = ['http', 'realtime', 'worker'] as const;
export type ProcessRole = (typeof roles)[number];

const address = z.url({ protocol: /^https?$/ });
const postgres = z.url({ protocol: /^postgres(ql)?$/ });
const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

/** Every setting of the process; names are the environment's. */
const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4200),
  PUBLIC_URL: address.optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  WEB_DIR: z.string().min(1).default('dist/web/browser'),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  DATABASE_JOURNAL_URL: postgres.optional(),
  DATABASE_JOBS_URL: postgres.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Cohorte <ne-pas-repondre@cohorte.example>'),
  SECRET: z.string().min(32).optional(),
  ROLES: z
    .string()
    .default(roles.join(','))
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(roles)).min(1)),
  DEMO: flag.default(true),
  /** Memory for the bytes of open drafts. */
  DRAFT_CACHE_MB: z.coerce.number().int().min(1).max(16_384).default(64),
  /** Largest file of the library. */
  FILE_MAX_MB: z.coerce.number().int().min(1).max(10_000).default(200),
  /** All files one person keeps in the library together. */
  PERSON_FILES_MB: z.coerce.number().int().min(1).max(1_000_000).default(5_000),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export type Environment = z.output<typeof environment>;

export class ConfigProblem extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads and checks the whole environment; throws once, with every problem in it. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) throw new ConfigProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const found = parsed.data;
  const problems: string[] = [];
  if (found.DATABASE_URL && !found.DATABASE_OWNER_URL) problems.push('DATABASE_OWNER_URL: needed beside DATABASE_URL, for migrations');
  if (found.DATABASE_URL && !found.SECRET) problems.push('SECRET: needed (32 characters or more) when the database is external');
  if (problems.length > 0) throw new ConfigProblem(problems);
  return found;
}

export interface DatabaseUrls {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly journalUrl: string;
  readonly jobsUrl: string;
}

/** What the running application reads; built once at start-up. */
export interface AppConfig {
  readonly environment: 'production' | 'development' | 'test';
  readonly publicUrl: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly webDir: string;
  readonly database: DatabaseUrls;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly secret: string;
  readonly roles: readonly ProcessRole[];
  /** Demo people, and the mailbox that shows their codes: only on loopback and without a mail server. */
  readonly demo: boolean;
  readonly mailbox: boolean;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly draftCacheBytes: number;
  readonly fileMaxBytes: number;
  readonly personFilesBytes: number;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

export function appConfig(found: Environment, database: DatabaseUrls, secret?: string): AppConfig {
  const mailbox = found.SMTP_URL === undefined && loopback.has(found.HOST);
  return {
    environment: found.NODE_ENV,
    publicUrl: (found.PUBLIC_URL ?? `http://${found.HOST}:${found.PORT}`).replace(/\/$/, ''),
    host: found.HOST,
    port: found.PORT,
    dataDir: resolve(found.DATA_DIR),
    webDir: resolve(found.WEB_DIR),
    database,
    redisUrl: found.REDIS_URL,
    smtpUrl: found.SMTP_URL,
    mailFrom: found.MAIL_FROM,
    secret: found.SECRET ?? secret ?? randomBytes(32).toString('hex'),
    roles: found.ROLES,
    demo: found.DEMO && mailbox,
    mailbox,
    logLevel: found.LOG_LEVEL,
    draftCacheBytes: found.DRAFT_CACHE_MB * 1_000_000,
    fileMaxBytes: found.FILE_MAX_MB * 1_000_000,
    personFilesBytes: found.PERSON_FILES_MB * 1_000_000,
  };
}

/** The configuration, for injection. */
export class Config {
  constructor(readonly value: AppConfig) {}
}
