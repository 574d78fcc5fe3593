import { AppError } from '@cohorte/platform/contract';
import { Injectable } from '@nestjs/common';
import { rulesOfKind } from '../contract';
import type { DraftKind, KindRules } from '../contract';

/** The sorts of documents the application offers; drafts itself knows none. */
@Injectable()
export class DraftKinds {
  private readonly kinds = new Map<string, DraftKind>();

  /** Called by the application at start-up; twice the same code is a mistake of wiring. */
  register(kind: DraftKind): void {
    if (this.kinds.has(kind.code)) throw new Error(`The draft kind ${kind.code} is registered twice`);
    this.kinds.set(kind.code, kind);
  }

  get(code: string): DraftKind {
    const kind = this.kinds.get(code);
    if (!kind) throw new AppError('bad-input', 'drafts.kind-unknown', { kind: code });
    return kind;
  }

  find(code: string): DraftKind | null {
    return this.kinds.get(code) ?? null;
  }

  /** What a document of this kind may hold; of a kind no longer offered, any text and no plan. */
  rulesOf(code: string): KindRules {
    return rulesOfKind(this.kinds.get(code) ?? null);
  }
}
