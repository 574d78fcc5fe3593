import { visitor } from '@cohorte/platform/contract';
import { Config, type FirstPage, FirstPages } from '@cohorte/platform/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { cardsPerPage, listResources } from '../contract';
import { FileQueries } from './files/file.queries';
import { readerFirstPage } from './reader-first-page';
import { copyFirstPage, listFirstPage, resourceFirstPage } from './resource-first-page';
import { ResourceQueries } from './resource.queries';
import { toolboxFirstPage } from './toolbox-first-page';
import { ToolboxQueries } from './toolbox.queries';
import { LinkCopies } from './upkeep/link-copies';

/** Writes the public pages of the library in the HTML itself, as a visitor reads them. */
@Injectable()
export class LibraryFirstPages implements OnModuleInit {
  constructor(
    private readonly pages: FirstPages,
    private readonly queries: ResourceQueries,
    private readonly toolboxes: ToolboxQueries,
    private readonly copies: LinkCopies,
    private readonly files: FileQueries,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.pages.register(/^\/ressources\/?$/, (_match, query) => this.list(Number(query.get('page') ?? 1)));
    this.pages.register(/^\/ressources\/([a-z0-9][a-z0-9-]{1,119})$/, (match, query) => this.resource(match[1] ?? '', query.get('version')));
    this.pages.register(/^\/ressources\/([a-z0-9][a-z0-9-]{1,119})\/copie$/, (match) => this.copy(match[1] ?? ''));
    this.pages.register(/^\/ressources\/([a-z0-9][a-z0-9-]{1,119})\/lecture$/, (match, query) => this.reader(match[1] ?? '', query));
    this.pages.register(/^\/boites-a-outils\/([a-z0-9][a-z0-9-]{1,119})$/, (match) => this.toolbox(match[1] ?? ''));
  }

  private async list(page: number): Promise<FirstPage | null> {
    const asked = listResources.input.safeParse({ page });
    if (!asked.success) return null;
    const { total, resources } = await this.queries.list(visitor, asked.data);
    return listFirstPage(resources, { total, page, pages: Math.ceil(total / cardsPerPage) });
  }

  private async resource(ref: string, version: string | null): Promise<FirstPage> {
    return resourceFirstPage(await this.queries.open(visitor, ref, numberIn(version)), this.config.value.publicUrl);
  }

  private async copy(ref: string): Promise<FirstPage> {
    return copyFirstPage(await this.copies.read(visitor, ref));
  }

  /** The page asked for, or the nearest there is; all of what is said in a recording. */
  private async reader(ref: string, query: URLSearchParams): Promise<FirstPage | null> {
    const edition = numberIn(query.get('version'));
    const resource = await this.queries.open(visitor, ref, edition);
    const { file, transcript } = resource;
    const total = transcript ? transcript.parts : file?.state === 'ready' ? file.pages : 0;
    if (!total) return null;
    const number = transcript ? 1 : Math.min(Math.max(numberIn(query.get('page')) ?? 1, 1), total);
    const { pages } = await this.files.pages(visitor, { ref, edition, role: transcript?.role ?? 'main', from: number, count: transcript ? mostParts : 1 });
    return readerFirstPage(resource, { number, total, pages }, this.config.value.publicUrl);
  }

  private async toolbox(ref: string): Promise<FirstPage> {
    return toolboxFirstPage(await this.toolboxes.open(visitor, { ref }), this.config.value.publicUrl);
  }
}

/** Of a transcript: eight hours. */
const mostParts = 96;

const numberIn = (asked: string | null): number | undefined => (asked !== null && /^\d{1,5}$/.test(asked) ? Number(asked) : undefined);
