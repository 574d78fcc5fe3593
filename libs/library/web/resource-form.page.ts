import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  audienceTerms, depositResource, editResource, fileTypes, formsByKind, kindOfForm, kindTerms, licenceTerms, openDesk, openResource, phaseTerms, resourceKinds, type ResourcePage, sectorTerms, segmentTerms, stageTerms, type Term,
  territoryTerms, themeTerms,
} from '@cohorte/library/contract';
import { ApiClient, ApiError, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { ErrorSummary, type FieldProblem } from '@cohorte/ui/web/error-summary';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ReplaceFile } from './deposit/replace-file';
import { NearResources } from './near-resources';
import { newRequestId } from './new-request-id';
import { blankForm, fieldOf, fieldsFrom, formOf, keepForm, keptForm, placeKey, type ResourceForm, takesCpv } from './resource-form';
import { ResourceWords } from './resource-words';
import { TagChoice } from './tags/tag-choice';
import { TermChoice } from './term-choice';

type Lists = 'themes' | 'segments' | 'stages' | 'sectors' | 'territories' | 'audiences';

/** Deposits a resource, or changes one; what was typed is never lost. */
@Component({
  selector: 'co-resource-form-page',
  imports: [Banner, Button, Empty, ErrorSummary, ErrorWordsPipe, Field, Icon, NearResources, PageHead, ReplaceFile, RouterLink, Skeleton, TagChoice, TermChoice, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './resource-form.page.html',
  styleUrl: './resource-form.page.css',
})
export class ResourceFormPage {
  /** Set when it exists already. */
  readonly ref = input<string>();
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  protected readonly words = inject(ResourceWords);
  protected readonly kinds = resourceKinds.map((kind) => ({ kind, forms: formsByKind[kind] }));
  protected readonly kindTerms = kindTerms;
  protected readonly licences = licenceTerms;
  protected readonly phases = phaseTerms;
  protected readonly lists: readonly { name: Lists; terms: readonly Term[] }[] = [
    { name: 'themes', terms: themeTerms }, { name: 'segments', terms: segmentTerms }, { name: 'stages', terms: stageTerms }, { name: 'sectors', terms: sectorTerms },
    { name: 'audiences', terms: audienceTerms }, { name: 'territories', terms: territoryTerms },
  ];
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly movedOn = signal<number | null>(null);
  protected readonly read = resource({ params: () => ({ ref: this.ref() }), loader: ({ params }) => this.load(params.ref) });
  protected readonly existing = computed(() => (this.read.hasValue() ? this.read.value().page : null));
  protected readonly places = computed(() => (this.read.hasValue() ? this.read.value().places : []));
  protected readonly isRecording = computed(() => {
    const type = this.existing()?.file?.type;
    return type !== null && type !== undefined && ['video', 'audio'].includes(fileTypes[type].family);
  });
  protected readonly isOut = computed(() => ['published', 'retired'].includes(this.existing()?.state ?? ''));
  protected readonly form = linkedSignal<boolean, ResourceForm | undefined>({
    source: () => this.read.hasValue(), computation: (ready) => (ready ? untracked(() => keptForm(this.kept(), this.fresh()) ?? this.fresh()) : undefined),
  });
  protected readonly isClause = computed(() => kindOfForm(this.form()?.form ?? '') === 'clause');
  protected readonly takesCpv = takesCpv;
  protected readonly networkId = computed(() => this.places().find((place) => placeKey(place) === this.form()?.place)?.networkId);
  protected readonly mayPublish = computed(() => this.places().some((place) => placeKey(place) === this.form()?.place && place.mayPublish));
  protected readonly problems = computed<FieldProblem[]>(() => {
    const failure = this.failure();
    if (!(failure instanceof ApiError)) return [];
    return Object.entries(failure.fields).map(([path]) => {
      const field = fieldOf(path);
      const said = failure.code === 'platform.bad-input' ? `${this.say(`fields.${field}`)} : ${this.errors.ofField(failure, path) ?? ''}` : this.errors.of(failure);
      return { fieldId: `co-resource-${field}`, message: said };
    });
  });
  protected readonly above = computed(() => (this.failure() && this.problems().length === 0 ? this.errors.of(this.failure()) : ''));

  protected problem(field: string): string {
    return this.problems().find(({ fieldId }) => fieldId === `co-resource-${field}`)?.message ?? '';
  }

  protected write(change: Partial<ResourceForm>): void {
    this.form.update((form) => form && { ...form, ...change });
    keepForm(this.kept(), this.form() ?? null);
  }

  /** The document was changed from here: what is typed goes on with the resource as it is now. */
  protected moveOn({ version }: ResourcePage): void {
    this.movedOn.set(version);
  }

  protected choose(list: Lists, values: string[]): void {
    this.write({ [list]: values });
  }

  protected forget(): void {
    keepForm(this.kept(), null);
    this.failure.set(null);
    this.form.set(this.fresh());
  }

  protected sent(event: Event): void {
    event.preventDefault();
    void this.save(this.mayPublish() ? 'publish' : 'submit');
  }

  protected async save(then: 'keep' | 'submit' | 'publish'): Promise<void> {
    const form = this.form();
    if (!form || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { slug } = await this.send(form, then);
      keepForm(this.kept(), null);
      await this.router.navigate(['/ressources', slug]);
      this.toasts.show(this.say(`form.done.${this.existing() ? 'edit' : then}`));
    } catch (failure) {
      this.failure.set(failure);
    } finally {
      this.busy.set(false);
    }
  }

  private send(form: ResourceForm, then: 'keep' | 'submit' | 'publish'): Promise<{ slug: string }> {
    const fields = fieldsFrom(form);
    const page = this.existing();
    return page
      ? this.api.call(editResource, { resourceId: page.id, version: this.movedOn() ?? page.version, fields, note: this.isOut() ? form.note : '' })
      : this.api.call(depositResource, { requestId: form.requestId, then, fields });
  }

  private async load(ref: string | undefined) {
    const [{ places }, page] = await Promise.all([this.api.call(openDesk, {}), ref ? this.api.call(openResource, { ref }) : null]);
    return { places, page };
  }

  private fresh(): ResourceForm {
    const page = this.existing();
    return page ? formOf(page) : blankForm(newRequestId(), this.places());
  }

  private kept(): string {
    const page = this.existing();
    // Another's change makes what this tab kept stale.
    return page ? `${page.id}.${page.version}` : 'new';
  }

  private say(key: string): string {
    this.ui.language();
    return this.transloco.translate(`library.${key}`);
  }
}
