import { ChangeDetectionStrategy, Component, computed, DestroyRef, DOCUMENT, effect, inject, signal, untracked, ViewEncapsulation } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { finishWorkshopGroup, unlockSection } from '../../contract/workshop/workshop.contract';
import { DraftSide } from '../draft-side';
import { DraftStore } from '../draft.store';
import { lay } from '../late-layer';
import { goToSection } from '../section-jump';
import { WorkshopAnnouncer } from './workshop-announcer';
import { WorkshopFollower } from './workshop-follower';
import { WorkshopLayer } from './workshop-layer';
import { marksOf } from './workshop-marks';
import type { PassageSigns, SectionMark } from './workshop-marks';
import { WorkshopStore } from './workshop.store';

/** The text is marked again this long after the last change, in milliseconds. */
const drawAfter = 400;
/** Someone who goes on typing is told again after this long. */
const sayAgainAfter = 5_000;

/** The workshop above the sheet: who leads, what is asked of me, and the way back to the facilitator's page. It also keeps the text's marks. */
@Component({
  selector: 'co-workshop-bar',
  imports: [Button, CountPipe, Icon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Badges stand in the editor's own elements, out of reach of scoped styles.
  encapsulation: ViewEncapsulation.None,
  templateUrl: './workshop-bar.html',
  styleUrl: './workshop-bar.css',
})
export class WorkshopBar {
  protected readonly store = inject(WorkshopStore);
  private readonly draft = inject(DraftStore);
  private readonly side = inject(DraftSide);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly view = this.document.defaultView ?? window;

  protected readonly announcer = new WorkshopAnnouncer((key, params) => this.transloco.translate(`drafts.workshop.say.${key}`, params), () => this.store.now());
  protected readonly follower = new WorkshopFollower({
    view: this.view,
    editor: () => this.draft.editor(),
    line: () => this.lineUnderBars(),
    leads: () => this.store.isFacilitator() && this.store.workshop()?.following === true,
    follows: () => this.follows(),
    show: (place) => this.store.show(place),
  });
  protected readonly follows = computed(() => this.store.workshop()?.following === true && !this.store.isFacilitator());
  protected readonly mySection = computed(() => this.store.group()?.sectionIds.find((id) => this.store.titleOf(id) !== '') ?? null);
  /** Sections kept still that the text still has. */
  protected readonly still = computed(() => (this.store.workshop()?.locks ?? []).map((lock) => ({ id: lock.sectionId, title: this.store.titleOf(lock.sectionId), mine: lock.by.personId === this.store.me() })).filter(({ title }) => title !== ''));
  protected readonly isPanelOpen = computed(() => this.side.current()?.code === 'atelier');
  protected readonly busy = signal(false);

  private readonly layer = new WorkshopLayer({
    workshop: () => untracked(this.store.workshop),
    me: () => untracked(this.store.me),
    wordsOf: (mark) => this.wordsOf(mark),
    refused: (signs) => this.refused(signs),
    elsewhere: (signs) => this.elsewhere(signs),
  });
  private refusedAt = 0;
  private saidElsewhere = '';
  private called: string | null | undefined;

  constructor() {
    this.store.open(this.draft);
    effect(() => {
      if (this.draft.session()?.sync.phase() === 'live') untracked(() => void this.store.ask());
    });
    effect((onCleanup) => {
      const editor = this.draft.editor();
      if (editor) onCleanup(this.keepMarks(editor));
    });
    effect(() => {
      const workshop = this.store.workshop();
      this.draft.sectionMarks.set(marksOf(workshop, this.store.me()));
      untracked(() => this.redraw());
    });
    effect(() => this.announcer.hear(this.store.isKnown() ? this.store.workshop() : undefined, this.store.leads(), (id) => untracked(() => this.store.titleOf(id))));
    effect(() => this.heed());
    effect(() => {
      const workshop = this.store.workshop();
      const only = workshop?.cursors === 'facilitator' && !this.store.isFacilitator() ? new Set([workshop.facilitator.personId]) : null;
      this.draft.session()?.drawnPeople.set(only);
    });
    effect(() => {
      const place = this.store.place();
      if (place) untracked(() => this.follower.moved(place));
    });
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  protected panel(): void {
    this.side.show('atelier');
  }

  protected rejoin(): void {
    this.follower.rejoin(this.store.place());
  }

  protected goTo(sectionId: string): void {
    this.follower.wander();
    goToSection(this.view, sectionId);
  }

  protected unlock(sectionId: string): void {
    void this.store.act(unlockSection, { sectionId });
  }

  protected async finish(done: boolean): Promise<void> {
    const group = this.store.group();
    if (!group || this.busy()) return;
    this.busy.set(true);
    await this.store.act(finishWorkshopGroup, { groupId: group.id, done });
    this.busy.set(false);
  }

  /** Marks follow the text at a distance: nothing is drawn at each key. */
  private keepMarks(editor: Editor): () => void {
    let timer = 0;
    const soon = (): void => {
      this.view.clearTimeout(timer);
      timer = this.view.setTimeout(() => this.redraw(), drawAfter);
    };
    editor.on('update', soon);
    this.redraw();
    this.follower.showSoon();
    return () => {
      this.view.clearTimeout(timer);
      editor.off('update', soon);
    };
  }

  private redraw(): void {
    const editor = untracked(this.draft.editor);
    if (editor && !editor.isDestroyed) lay(editor, untracked(this.store.workshop) ? this.layer : null);
  }

  /** What the facilitator asks of everyone: to follow, or to come to a section. */
  private heed(): void {
    if (!this.store.isKnown()) return;
    const workshop = this.store.workshop();
    const call = workshop?.call ?? null;
    // Found when the page opens, it is old.
    const isNew = this.called !== undefined && call !== null && call.at !== this.called;
    this.called = call === null ? null : call.at;
    untracked(() => {
      this.follower.showSoon();
      if (isNew && workshop) this.come(call.sectionId, workshop.facilitator.name);
    });
  }

  /** The facilitator comes too: a page left elsewhere would draw those who follow it away again. */
  private come(sectionId: string, name: string): void {
    this.follower.together.set(true);
    if (goToSection(this.view, sectionId) && !this.store.isFacilitator()) this.toasts.show(this.transloco.translate('drafts.workshop.say.called', { name, title: this.store.titleOf(sectionId) }), { tone: 'info' });
  }

  private wordsOf({ groups, isMine, isDone, isStill }: SectionMark): string {
    const names = groups.join(', ');
    const key = isMine ? 'mine' : 'theirs';
    const said = [
      isStill ? this.transloco.translate('drafts.workshop.badge.still') : '',
      names ? this.transloco.translate(`drafts.workshop.badge.${key}`, { names }) : '',
      isDone ? this.transloco.translate('drafts.workshop.badge.done') : '',
    ];
    return said.filter(Boolean).join(' · ');
  }

  private refused({ lock }: PassageSigns): void {
    const now = Date.now();
    if (now - this.refusedAt < sayAgainAfter) return;
    this.refusedAt = now;
    this.later(() => this.toasts.show(this.transloco.translate('drafts.workshop.say.refused', { name: lock?.by.name ?? '' }), { tone: 'problem' }));
  }

  /** Said once for each workshop, to those who have a group. */
  private elsewhere({ group }: PassageSigns): void {
    const workshop = untracked(this.store.workshop);
    if (!workshop || !group || !untracked(this.store.group) || this.saidElsewhere === workshop.startedAt) return;
    this.saidElsewhere = workshop.startedAt;
    this.later(() => this.toasts.show(this.transloco.translate('drafts.workshop.say.elsewhere', { name: group.name }), { tone: 'info' }));
  }

  /** Out of the editor's own transaction. */
  private later(act: () => void): void {
    this.view.setTimeout(act);
  }

  private lineUnderBars(): number {
    const bars = [...this.document.querySelectorAll('co-draft-page > .head, co-draft-page .tools, co-workshop-bar .strip')].map((bar) => bar.getBoundingClientRect());
    return Math.max(0, ...bars.filter(({ top, height }) => height > 0 && top < this.view.innerHeight / 3).map(({ bottom }) => bottom));
  }

  private leave(): void {
    this.follower.stop();
    this.announcer.stop();
    this.store.close();
    this.draft.sectionMarks.set(new Map());
  }
}
