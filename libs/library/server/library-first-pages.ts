import { AppError, visitor } from '@cohorte/platform/contract';
import { Config, type FirstPage, FirstPages } from '@cohorte/platform/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { cardsPerPage, listResources } from '../contract';
import { listFirstPage, resourceFirstPage } from './resource-first-page';
import { ResourceQueries } from './resource.queries';

/** Writes the public pages of the library in the HTML itself, as a visitor reads them. */
@Injectable()
export class LibraryFirstPages implements OnModuleInit {
  constructor(
    private readonly pages: FirstPages,
    private readonly queries: ResourceQueries,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.pages.register(/^\/ressources\/?$/, (_match, query) => this.list(Number(query.get('page') ?? 1)));
    this.pages.register(/^\/ressources\/([a-z0-9][a-z0-9-]{1,119})$/, (match, query) => this.resource(match[1] ?? '', query.get('version')));
  }

  private async list(page: number): Promise<FirstPage | null> {
    const asked = listResources.input.safeParse({ page });
    if (!asked.success) return null;
    const { total, resources } = await this.queries.list(visitor, asked.data);
    return listFirstPage(resources, { total, page, pages: Math.ceil(total / cardsPerPage) });
  }

  /** What a visitor may not read leaves the application's own page to say so. */
  private async resource(ref: string, version: string | null): Promise<FirstPage | null> {
    const edition = version !== null && /^\d{1,5}$/.test(version) ? Number(version) : undefined;
    try {
      return resourceFirstPage(await this.queries.open(visitor, ref, edition), this.config.value.publicUrl);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return null;
      throw error;
    }
  }
}
