import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addWalkIn, type AttendanceLine, type AttendanceList, closeAttendance, listAttendance, markAttendance, type MarkedState, reopenAttendance } from '@cohorte/meetings/contract';
import { ApiClient, ApiError, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { dateTimeWords } from '@cohorte/ui/web/date-words';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { newRequestId } from '../meeting/new-request-id';
import { AttendanceFollowUp } from './attendance-follow-up';
import { MarkQueue } from './mark-queue';

const retryMs = 8_000;
const states = ['present', 'excused', 'absent'] as const;

/** The list of a meeting, kept from a phone in the room: one tap a name, with or without a network. */
@Component({
  selector: 'co-attendance-page',
  imports: [AttendanceFollowUp, Banner, Button, Card, CountPipe, ErrorWordsPipe, Field, Icon, PageHead, RouterLink, Skeleton, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance.page.html',
  styleUrl: './attendance.page.css',
})
export class AttendancePage {
  readonly meetingId = input.required<string>();
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly dialogs = inject(Dialogs);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly states = states;
  protected readonly read = resource({ params: () => this.meetingId(), loader: ({ params }) => this.api.call(listAttendance, { meetingId: params }) });
  private readonly queue = computed(() => new MarkQueue(this.storage(), this.meetingId()));
  /** Rises with each change of the queue, which is no signal. */
  private readonly turn = signal(0);
  protected readonly list = computed<AttendanceList | null>(() => {
    this.turn();
    return this.read.hasValue() ? this.queue().over(this.read.value()) : null;
  });
  protected readonly waiting = computed(() => {
    this.turn();
    return this.queue().waiting.length;
  });
  protected readonly groups = computed(() => groupsOf(this.list()?.lines ?? []));
  protected readonly present = computed(() => this.list()?.lines.filter(({ state }) => state === 'present').length ?? 0);
  protected readonly when = computed(() => {
    const startsAt = this.list()?.startsAt;
    return startsAt ? dateTimeWords(startsAt, this.ui.language()) : '';
  });
  protected readonly problem = signal('');
  protected readonly busy = signal<'close' | 'reopen' | 'add' | null>(null);
  protected readonly walkIn = signal({ name: '', structureName: '' });
  private sending = false;

  constructor() {
    const timer = setInterval(() => void this.send(), retryMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    effect(() => {
      if (this.read.hasValue()) untracked(() => void this.send());
    });
  }

  protected mark(line: AttendanceLine, state: MarkedState): void {
    this.queue().add({ id: newRequestId(), key: line.key, state: line.state === state ? 'to-come' : state, at: new Date().toISOString() });
    this.turn.update((turn) => turn + 1);
    void this.send();
  }

  protected add(event: Event): Promise<void> {
    event.preventDefault();
    const { name, structureName } = this.walkIn();
    if (name.trim().length < 2) return Promise.resolve();
    return this.act('add', async () => {
      this.read.set(await this.api.call(addWalkIn, { meetingId: this.meetingId(), id: newRequestId(), name, structureName, at: new Date().toISOString() }));
      this.walkIn.set({ name: '', structureName: '' });
    });
  }

  protected async close(): Promise<void> {
    const say = (word: string): string => this.transloco.translate(`meetings.presence.keep.${word}`);
    if (!(await this.dialogs.confirm({ title: say('closeTitle'), text: say('closeText'), confirm: say('close') }))) return;
    await this.act('close', async () => this.read.set(await this.api.call(closeAttendance, { meetingId: this.meetingId() })));
  }

  protected reopen(): Promise<void> {
    return this.act('reopen', async () => this.read.set(await this.api.call(reopenAttendance, { meetingId: this.meetingId() })));
  }

  protected async showCode(): Promise<void> {
    const { CheckInCodeDialog } = await import('./check-in-code.dialog');
    this.dialogs.open(CheckInCodeDialog, { meetingId: this.meetingId(), title: this.list()?.title ?? '' }, { size: 'wide' });
  }

  /** Sends what waits; a refusal is said and dropped, a silence is tried again. */
  private async send(): Promise<void> {
    const sent = this.queue().waiting;
    if (this.sending || sent.length === 0 || !this.read.hasValue()) return;
    this.sending = true;
    const done = await this.sendNow(sent);
    this.sending = false;
    this.turn.update((turn) => turn + 1);
    if (done && this.queue().waiting.length > 0) void this.send();
  }

  private async sendNow(sent: MarkQueue['waiting']): Promise<boolean> {
    try {
      this.read.set(await this.api.call(markAttendance, { meetingId: this.meetingId(), marks: [...sent] }));
      this.queue().acknowledged(sent);
      this.problem.set('');
      return true;
    } catch (failure) {
      if (failure instanceof ApiError && failure.isPassing) return false;
      this.queue().acknowledged(sent);
      this.problem.set(this.errors.of(failure));
      return true;
    }
  }

  private async act(act: 'close' | 'reopen' | 'add', run: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(act);
    this.problem.set('');
    try {
      await run();
    } catch (failure) {
      this.problem.set(this.errors.of(failure));
    } finally {
      this.busy.set(null);
    }
  }

  private storage(): Storage | null {
    try {
      return this.window?.localStorage ?? null;
    } catch {
      return null;
    }
  }
}

/** People of one structure together, in the order of the list. */
function groupsOf(lines: readonly AttendanceLine[]): { structureName: string | null; lines: AttendanceLine[] }[] {
  const groups: { structureName: string | null; lines: AttendanceLine[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last.structureName === line.structureName) last.lines.push(line);
    else groups.push({ structureName: line.structureName, lines: [line] });
  }
  return groups;
}
