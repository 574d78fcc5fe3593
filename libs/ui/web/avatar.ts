import { booleanAttribute, ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { initialsOf, tintOf } from './person-tint';

/** A person as initials on a calm colour; named for screen readers unless the name stands beside it (`decorative`). */
@Component({
  selector: 'co-avatar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span aria-hidden="true">{{ initials() }}</span>`,
  styles: `
    :host { display: inline-grid; place-items: center; flex: none; width: 32px; height: 32px; border-radius: 50%; font-size: 0.75rem; font-weight: 700; line-height: 1; letter-spacing: 0.01em; user-select: none; }
    :host(.small) { width: 24px; height: 24px; font-size: 0.625rem; }
    :host(.large) { width: 48px; height: 48px; font-size: var(--co-text-m); }
    :host(.green) { background: var(--co-green-wash); color: var(--co-green); }
    :host(.slate) { background: var(--co-slate-wash); color: var(--co-slate); }
    :host(.amber) { background: var(--co-amber-wash); color: var(--co-amber); }
    :host(.plum) { background: var(--co-plum-wash); color: var(--co-plum); }
    :host(.brick) { background: var(--co-brick-wash); color: var(--co-brick); }
  `,
  host: {
    '[class]': "tint() + ' ' + size()",
    '[attr.role]': "decorative() ? null : 'img'",
    '[attr.aria-label]': 'decorative() ? null : name()',
    '[attr.aria-hidden]': "decorative() ? 'true' : null",
    '[attr.title]': 'decorative() ? null : name()',
  },
})
export class Avatar {
  readonly name = input.required<string>();
  readonly size = input<'small' | 'normal' | 'large'>('normal');
  readonly decorative = input(false, { transform: booleanAttribute });
  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly tint = computed(() => tintOf(this.name()));
}
