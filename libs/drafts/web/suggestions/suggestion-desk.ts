import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { tintOf } from '@cohorte/ui/web/person-tint';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoService } from '@jsverse/transloco';
import { allows } from '../../contract/draft.policy';
import { suggestionKey } from '../../contract/suggestions/suggestion';
import type { SuggestionGroup } from '../../contract/suggestions/suggestion-groups';
import { DraftStore } from '../draft.store';
import type { Decision } from './suggestion-decisions';
import type { NotProposable } from './suggestion-lines';
import type { SuggestionKeys } from './suggestion-mode';

/** The text with what is proposed, as it stands without, or as it would read if all were accepted. */
export const readings = ['with', 'without', 'accepted'] as const;
export type Reading = (typeof readings)[number];

/** The same refusal is not said again for each letter. */
const saidAgainAfter = 4_000;

/** Who proposes and who decides in the open draft, and how it is read; what is heavy is loaded when first needed. */
@Injectable()
export class SuggestionDesk {
  private readonly store = inject(DraftStore);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  /** Someone who may write has chosen to propose. */
  readonly chosen = signal(false);
  readonly reading = signal<Reading>('with');
  readonly maySuggest = computed(() => this.store.mayWrite());
  readonly mayDecide = computed(() => allows(this.store.right(), 'decide') && this.store.mayEdit());
  readonly isProposing = computed(() => this.maySuggest() && (this.chosen() || !this.store.mayEdit()));
  /** Open to the keyboard: as a writer, or once everything typed becomes a proposal. */
  readonly mayType = computed(() => this.reading() === 'with' && (this.isProposing() ? this.tracks() : this.store.mayEdit()));

  private readonly tracks = signal(false);
  private readonly names = new Map<string, string>();
  private lastSaid = { reason: '', at: 0 };

  constructor() {
    effect(() => {
      const [editor, proposing] = [this.store.editor(), this.isProposing()];
      untracked(() => void this.follow(editor, proposing));
    });
    effect(() => this.learnNames());
    effect(() => {
      this.store.draftId();
      this.chosen.set(false);
      this.reading.set('with');
    });
  }

  /** How the author of a proposal is called and coloured; null while nobody knows. */
  readonly authorOf = (personId: string): { name: string; tint: string } | null => {
    const me = untracked(this.store.me);
    const name = personId === me.personId ? me.name : (this.names.get(personId) ?? untracked(this.store.writers).get(personId));
    return name ? { name, tint: tintOf(name) } : null;
  };

  isMine(person: string): boolean {
    return person === this.store.personId();
  }

  /** Editors decide about all; whoever proposed may take it back. */
  mayRefuse(group: Pick<SuggestionGroup, 'person'>): boolean {
    return this.mayDecide() || (this.maySuggest() && this.isMine(group.person));
  }

  /** From the text: to the next proposal, and the decision about the one the caret is in. */
  readonly keys: SuggestionKeys = {
    next: (step) => void this.goOn(step),
    decide: (decision) => void this.decideHere(decision),
  };

  async decide(decision: Decision, chosen: readonly Pick<SuggestionGroup, 'id' | 'person'>[]): Promise<void> {
    const editor = this.store.editor();
    const allowed = chosen.filter((group) => (decision === 'accept' ? this.mayDecide() : this.mayRefuse(group)));
    if (!editor || allowed.length === 0) return;
    const { decide } = await import('./suggestion-decisions');
    const keys = new Set(allowed.map(suggestionKey));
    if (decide(editor, decision, (stamp) => keys.has(suggestionKey(stamp))) === 0) return;
    const said = allowed.length === 1 ? 'one' : 'many';
    const text = this.transloco.translate(`drafts.suggestions.done.${decision}.${said}`, { count: allowed.length });
    this.toasts.show(text, { undo: () => void editor.commands.undo() });
  }

  private async decideHere(decision: Decision): Promise<void> {
    const editor = this.store.editor();
    const { groupsIn, keyAt } = await import('./suggestion-pieces');
    const key = editor && keyAt(editor.state.doc, editor.state.selection.head);
    const group = key && groupsIn(editor.state.doc).find((one) => one.key === key);
    if (group) await this.decide(decision, [group]);
    else this.toasts.show(this.transloco.translate('drafts.suggestions.notHere'), { tone: 'info' });
  }

  private async goOn(step: 1 | -1): Promise<void> {
    const editor = this.store.editor();
    if (!editor) return;
    const { groupsIn } = await import('./suggestion-pieces');
    const groups = groupsIn(editor.state.doc);
    const { head } = editor.state.selection;
    const next = step === 1 ? (groups.find((group) => group.from > head) ?? groups[0]) : (groups.findLast((group) => group.to < head) ?? groups.at(-1));
    if (!next) return void this.toasts.show(this.transloco.translate('drafts.suggestions.none'), { tone: 'info' });
    editor.chain().setTextSelection(next.from + (next.to > next.from + 1 ? 1 : 0)).focus(undefined, { scrollIntoView: true }).run();
  }

  /** Says, once, why what was done cannot be a proposal. */
  refuse(reason: NotProposable): void {
    const now = Date.now();
    if (this.lastSaid.reason === reason && now - this.lastSaid.at < saidAgainAfter) return;
    this.lastSaid = { reason, at: now };
    this.toasts.show(this.transloco.translate(`drafts.suggestions.refused.${reason}`), { tone: 'info' });
  }

  private async follow(editor: Editor | null, proposing: boolean): Promise<void> {
    this.tracks.set(false);
    if (!editor || editor.isDestroyed) return;
    if (!proposing) return void (editor.storage.suggestionMode.tracker = null);
    // Until the tracker stands, nothing passes.
    editor.storage.suggestionMode.tracker = () => null;
    const [{ asProposal }, { CannotPropose }] = await Promise.all([import('./suggestion-tracking'), import('./suggestion-lines')]);
    if (editor !== this.store.editor() || !this.isProposing()) return;
    const by = { personId: this.store.personId(), now: () => new Date() };
    editor.storage.suggestionMode.tracker = (transaction, state) => {
      try {
        return asProposal(transaction, state, by);
      } catch (error) {
        if (!(error instanceof CannotPropose)) throw error;
        this.refuse(error.reason);
        return null;
      }
    };
    this.tracks.set(true);
  }

  private learnNames(): void {
    for (const { personId, name } of this.store.session()?.presence().values() ?? []) this.names.set(personId, name);
  }
}
