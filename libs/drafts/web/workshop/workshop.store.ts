import { computed, inject, Injectable, signal } from '@angular/core';
import { ApiClient, ErrorWords, RealtimeClient } from '@cohorte/platform/web';
import type { CallOf, Endpoint } from '@cohorte/platform/contract';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { draftsChannel } from '../../contract/drafts.contract';
import type { SheetPlace } from '../../contract/drafts.contract';
import { groupOf, progressOf } from '../../contract/workshop/workshop';
import type { Workshop, WorkshopState } from '../../contract/workshop/workshop';
import { endWorkshop, startWorkshop } from '../../contract/workshop/workshop.contract';
import { mayInWorkshop } from '../../contract/workshop/workshop.policy';
import type { WorkshopAction } from '../../contract/workshop/workshop.policy';
import type { DraftStore } from '../draft.store';

/** An endpoint of the workshop: each answers the state it leaves. */
type Act = Endpoint & { readonly output: typeof startWorkshop.output };

/** The workshop of the draft on screen, as the server last told it; one page holds one draft at a time. */
@Injectable({ providedIn: 'root' })
export class WorkshopStore {
  private readonly api = inject(ApiClient);
  private readonly realtime = inject(RealtimeClient);
  private readonly errors = inject(ErrorWords);
  private readonly toasts = inject(Toasts);
  private readonly draft = signal<DraftStore | null>(null);
  private readonly state = signal<WorkshopState | null>(null);
  /** Milliseconds the server's clock is ahead of this one. */
  private offset = 0;
  private stops: (() => void)[] = [];

  /** Null when none is going on, or not known yet. */
  readonly workshop = computed<Workshop | null>(() => this.state()?.workshop ?? null);
  readonly isKnown = computed(() => this.state() !== null);
  /** Where the facilitator's page was last seen. */
  readonly place = signal<SheetPlace | null>(null);
  readonly draftId = computed(() => this.draft()?.draftId() ?? '');
  readonly me = computed(() => this.draft()?.personId() ?? '');
  readonly isFacilitator = computed(() => this.workshop()?.facilitator.personId === this.me());
  readonly group = computed(() => groupOf(this.workshop()?.groups ?? [], this.me()));
  readonly progress = computed(() => progressOf(this.workshop()?.groups ?? []));
  readonly mayStart = computed(() => this.may('start'));
  readonly leads = computed(() => this.workshop() !== null && this.may('lead'));
  /** The sections of the text that can be given to a group, kept still, or gone to. */
  readonly sections = computed(() => (this.draft()?.outline() ?? []).filter((entry) => entry.level <= 2 && entry.id !== null && entry.title.trim() !== '').map(({ id, title, level }) => ({ id: id ?? '', title, level })));

  open(draft: DraftStore): void {
    this.close();
    this.draft.set(draft);
    const mine = <T extends { draftId: string }>(act: (message: T) => void) => (message: T): void => {
      if (message.draftId === this.draftId()) act(message);
    };
    this.stops = [
      this.realtime.on(draftsChannel, 'workshop', mine(({ state }) => this.learn(state))),
      this.realtime.on(draftsChannel, 'looked', mine(({ place }) => this.place.set(place))),
    ];
  }

  close(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.draft.set(null);
    this.state.set(null);
    this.place.set(null);
  }

  /** Asked each time the draft is joined: nothing was heard before, or while away. */
  async ask(): Promise<void> {
    const draftId = this.draftId();
    const answer = await this.realtime.send(draftsChannel, 'workshop', { draftId }).catch(() => null);
    if (!answer || draftId !== this.draftId()) return;
    this.learn(answer.state);
    if (answer.place) this.place.set(answer.place);
  }

  /** Shows where this page stands to those who follow; lost without harm. */
  show(place: SheetPlace): void {
    const { position, fraction } = place;
    this.realtime.send(draftsChannel, 'look', { draftId: this.draftId(), place: { position: new Uint8Array(position), fraction } }).catch(() => undefined);
  }

  /** Does one thing in the workshop; says so when it cannot be done. */
  async act<E extends Act>(endpoint: E, input: Omit<CallOf<E>, 'draftId'>): Promise<boolean> {
    const draftId = this.draftId();
    try {
      const state = (await this.api.call(endpoint, { ...input, draftId } as CallOf<E>)) as WorkshopState;
      if (draftId === this.draftId()) this.learn(state);
      return true;
    } catch (error) {
      this.toasts.show(this.errors.of(error), { tone: 'problem' });
      return false;
    }
  }

  start(): Promise<boolean> {
    return this.act(startWorkshop, {});
  }

  end(): Promise<boolean> {
    return this.act(endWorkshop, {});
  }

  /** The server's clock, in milliseconds. */
  now(): number {
    return Date.now() + this.offset;
  }

  titleOf(sectionId: string): string {
    return this.sections().find(({ id }) => id === sectionId)?.title ?? '';
  }

  private may(action: WorkshopAction): boolean {
    const right = this.draft()?.right() ?? null;
    return mayInWorkshop({ right, isFacilitator: this.isFacilitator(), isInGroup: this.group() !== null }, action);
  }

  private learn(state: WorkshopState): void {
    this.offset = Date.parse(state.now) - Date.now();
    const known = this.state();
    if (known && known.version > state.version) return;
    if (!state.workshop?.following) this.place.set(null);
    this.state.set(state);
  }
}
