import type { Actor } from '@cohorte/networks/contract';
import { type Visitor, visitor } from '@cohorte/platform/contract';
import { Config, Database, escapeHtml } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { asReader, canResource } from '../contract';
import { fieldsOf } from './resource-row';
import { type TravellingResource, writeTable } from './resource-table';
import { ResourceEntity } from './resource.entity';
import { ToolboxEntity } from './toolbox.entity';

/** Resources a feed announces. */
const announced = 50;
/** A sitemap holds as many addresses (sitemaps.org). */
const sitemapMost = 50_000;

/** XML forbids most control characters even when escaped. */
const xml = (text: string): string => escapeHtml(text.replaceAll(/[^\P{Cc}\n\t]/gu, ' '));

/** The library taken away: tables and feeds, each as its reader may read it. */
@Injectable()
export class ResourceExport {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Everything published for the network or for everyone; what belongs to a cohort or a structure stays there. */
  async travelling(actor: Actor | Visitor, networkId?: string): Promise<TravellingResource[]> {
    return (await this.published(actor, networkId)).map((row) => {
      const { spaceId: _, ...fields } = fieldsOf(row);
      return { slug: row.slug, fields };
    });
  }

  async csv(actor: Actor | Visitor, networkId?: string): Promise<string> {
    return writeTable(await this.travelling(actor, networkId));
  }

  async json(actor: Actor | Visitor, networkId?: string): Promise<string> {
    const resources = (await this.travelling(actor, networkId)).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
    return `${JSON.stringify({ resources: resources.map(({ slug, fields }) => ({ slug, ...fields })) }, null, 2)}\n`;
  }

  /** The newest public resources as an Atom feed (RFC 4287). */
  async atom(): Promise<string> {
    const { publicUrl } = this.config.value;
    const rows = (await this.published(visitor)).toSorted((a, b) => published(b).localeCompare(published(a))).slice(0, announced);
    const entries = rows.map((row) => `<entry><id>urn:uuid:${row.id}</id><title>${xml(row.title)}</title><link href="${publicUrl}/ressources/${row.slug}"/><updated>${published(row)}</updated><summary>${xml(row.summary)}</summary><author><name>${xml(row.publisher || 'Cohorte')}</name></author>${row.tags.map((tag) => `<category term="${xml(tag)}"/>`).join('')}</entry>`);
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><id>${publicUrl}/api/ressources.atom</id><title>Ressources</title><updated>${rows[0] ? published(rows[0]) : '2026-01-01T00:00:00.000Z'}</updated>`,
      `<link href="${publicUrl}/ressources"/><link rel="self" href="${publicUrl}/api/ressources.atom"/>`, ...entries, '</feed>', '',
    ].join('\n');
  }

  /** Public pages for search engines, as a visitor may read them. */
  sitemap(): Promise<string> {
    const { publicUrl } = this.config.value;
    return this.database.transaction(visitor, async (tx) => {
      const resources = await tx.getRepository(ResourceEntity).find({ where: { state: 'published', access: 'public' }, select: { slug: true, changedAt: true }, order: { publishedAt: 'DESC' }, take: sitemapMost - 1_000 });
      const toolboxes = await tx.getRepository(ToolboxEntity).find({ where: { state: 'published', access: 'public' }, select: { slug: true }, take: 900 });
      const lines = [
        ...['/', '/rencontres', '/ressources', '/boites-a-outils'].map((path) => `<url><loc>${publicUrl}${path}</loc></url>`),
        ...toolboxes.map(({ slug }) => `<url><loc>${publicUrl}/boites-a-outils/${slug}</loc></url>`),
        ...resources.map(({ slug, changedAt }) => `<url><loc>${publicUrl}/ressources/${slug}</loc><lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod></url>`),
      ];
      return ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...lines, '</urlset>', ''].join('\n');
    });
  }

  private published(actor: Actor | Visitor, networkId?: string): Promise<ResourceEntity[]> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await tx.getRepository(ResourceEntity).find({ where: { state: 'published', access: In(['public', 'network']), ...(networkId && { networkId }) } });
      return rows.filter((row) => canResource(asReader(actor), 'read', row));
    });
  }
}

const published = ({ publishedAt, createdAt }: ResourceEntity): string => (publishedAt ?? createdAt).toISOString();
