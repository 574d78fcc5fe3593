import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { TranslocoPipe } from '@jsverse/transloco';
import { DraftOutline } from './draft-outline';
import type { OutlineEntry } from './draft.store';
import type { SectionMark } from './workshop/workshop-marks';

export interface OutlineChoice {
  readonly id: string;
  readonly byKeyboard: boolean;
}

/** The outline on a phone: a sheet from below that closes once a heading is chosen. */
@Component({
  selector: 'co-outline-sheet',
  imports: [DialogLayout, DraftOutline, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<co-dialog-layout [heading]="'drafts.outline.title' | transloco"><co-draft-outline [entries]="data.entries" [marks]="data.marks" [current]="data.current" [address]="data.address" (chosen)="ref.close($event)" /></co-dialog-layout>`,
})
export class OutlineSheet {
  protected readonly data = injectDialogData<{ entries: readonly OutlineEntry[]; marks: ReadonlyMap<string, SectionMark>; current: string | null; address: string }>();
  protected readonly ref = inject<DialogRef<OutlineChoice>>(DialogRef);
}
