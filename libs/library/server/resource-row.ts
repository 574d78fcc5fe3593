import { isDueForReview, kindOfForm, type ResourceCard, type ResourceFields, type ResourceKind } from '../contract';
import type { CardFiles } from './files/file-row';
import type { ResourceEntity } from './resource.entity';

const once = (values: readonly string[]): string[] => [...new Set(values)];

type Written = ResourceFields & { readonly kind: ResourceKind };

/** What a form says, as it is kept: each value once, and a clause only in a clause. */
export function writtenFields(fields: ResourceFields): Written {
  const kind = kindOfForm(fields.form);
  const clause = kind === 'clause' ? fields.clause : null;
  const { themes, segments, stages, sectors, territories, audiences, legal, cpv } = fields;
  return {
    ...fields, kind, clause,
    themes: once(themes), segments: once(segments), stages: once(stages), sectors: once(sectors), territories: once(territories), audiences: once(audiences), legal: once(legal), cpv: once(cpv),
  };
}

/** What its depositor wrote, out of a row. */
export function fieldsOf(row: ResourceEntity): ResourceFields {
  const { form, title, summary, content, clause, link, publisher, year, language, licence, themes, segments, stages, sectors, territories, audiences, legal, tags, cpv, access, spaceId, checkedOn, reviewOn } = row;
  return { form, title, summary, content, clause, link, publisher, year, language, licence, themes, segments, stages, sectors, territories, audiences, legal, tags, cpv, access, spaceId, checkedOn, reviewOn };
}

export type CardRow = Pick<ResourceEntity, 'id' | 'slug' | 'kind' | 'form' | 'title' | 'summary' | 'publisher' | 'year' | 'themes' | 'stages' | 'access' | 'state' | 'publishedAt' | 'reviewOn'>;

/** The columns of a card, named as the entity names them. */
export const cardColumns = `r.id, r.slug, r.kind, r.form, r.title, r.summary, r.publisher, r.year, r.themes, r.stages, r.access, r.state, r.published_at AS "publishedAt", r.review_on::text AS "reviewOn"`;

/** `files`: what each has to download, for lists that say it. */
export const toCard = ({ id, slug, kind, form, title, summary, publisher, year, themes, stages, access, state, publishedAt, reviewOn }: CardRow, today: string, files?: CardFiles): ResourceCard => ({
  id, slug, kind, form, title, summary, publisher, year, themes, stages, access, state, publishedAt: publishedAt?.toISOString() ?? null, isDue: isDueForReview(reviewOn, today), file: files?.get(id) ?? null,
});
