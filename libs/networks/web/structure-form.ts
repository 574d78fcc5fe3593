import { computed, inject, Injectable, signal } from '@angular/core';
import { type GroupRole, isSubjectByNature, readEuros, type StructureFields, type StructureKind, type StructurePage, writeEuros } from '@cohorte/networks/contract';
import { UiWords } from '@cohorte/ui/web/ui-words';

const orNull = (text: string): string | null => text.trim() || null;

/** What is being typed about a structure, and what it amounts to. */
@Injectable()
export class StructureForm {
  private readonly ui = inject(UiWords);
  readonly name = signal('');
  readonly shortName = signal('');
  readonly kind = signal<StructureKind>('hospital');
  readonly town = signal('');
  readonly siret = signal('');
  readonly department = signal('');
  readonly amount = signal('');
  readonly year = signal(String(new Date().getFullYear() - 1));
  readonly groupRole = signal<GroupRole | null>(null);
  readonly isSubjectToCode = signal(true);

  readonly euros = computed(() => (this.amount().trim() ? readEuros(this.amount()) : null));
  readonly amountIsWrong = computed(() => this.amount().trim() !== '' && this.euros() === null);
  readonly yearIsWrong = computed(() => this.euros() !== null && !/^(?:20\d\d|2100)$/.test(this.year().trim()));

  fill(structure: StructurePage): void {
    this.name.set(structure.name);
    this.shortName.set(structure.shortName ?? '');
    this.kind.set(structure.kind);
    this.town.set(structure.town ?? '');
    this.groupRole.set(structure.groupRole);
    this.fillDetails(structure.details);
  }

  private fillDetails(details: StructurePage['details']): void {
    this.siret.set(details?.siret ?? '');
    this.department.set(details?.department ?? '');
    this.isSubjectToCode.set(details?.isSubjectToCode ?? true);
    if (!details?.purchases) return;
    this.amount.set(writeEuros(details.purchases.amount, 'fr'));
    this.year.set(String(details.purchases.year));
  }

  chooseKind(kind: StructureKind): void {
    this.kind.set(kind);
    this.isSubjectToCode.set(isSubjectByNature(kind));
  }

  fields(): Omit<StructureFields, 'isLegalPerson' | 'groupRole'> {
    const amount = this.euros();
    return {
      name: this.name(),
      shortName: orNull(this.shortName()),
      kind: this.kind(),
      town: orNull(this.town()),
      siret: orNull(this.siret()),
      department: orNull(this.department()),
      isSubjectToCode: this.isSubjectToCode(),
      purchases: amount === null ? null : { amount, year: Number(this.year()) },
    };
  }

  /** The amount as it was understood, said back under the field. */
  readonly understood = computed(() => {
    const amount = this.euros();
    return amount === null ? '' : writeEuros(amount, this.ui.language());
  });
}
