/** A resource that exists elsewhere, as the demonstration's library describes it: the facts are true, the sentences are ours. */
export interface DemoResource {
  readonly key: string;
  readonly form: string;
  readonly title: string;
  readonly summary: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly themes: readonly string[];
  readonly stages: readonly string[];
  readonly audiences: readonly string[];
  readonly link: string | null;
  /** `network`: it is read behind a membership at its publisher's, so its notice is for our members. */
  readonly access: 'public' | 'network';
  readonly more: DemoResourceMore;
}

interface DemoResourceMore {
  readonly segments?: readonly string[];
  readonly sectors?: readonly string[];
  readonly territories?: readonly string[];
  readonly legal?: readonly string[];
  readonly licence?: string;
  readonly content?: string;
  readonly checkedOn?: string;
  readonly reviewOn?: string;
}

type Head = readonly [key: string, form: string, title: string, publisher: string, year: number | null];

/** The usual resource: open, for buyers and project leads, a notice without a link. */
export function resourceOf([key, form, title, publisher, year]: Head, given: Partial<Omit<DemoResource, 'key' | 'form' | 'title' | 'publisher' | 'year'>> & Pick<DemoResource, 'summary' | 'themes' | 'stages'>): DemoResource {
  return { key, form, title, publisher, year, audiences: ['buyer', 'project_lead'], link: null, access: 'public', more: {}, ...given };
}
