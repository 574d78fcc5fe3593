/** A clause of the demonstration, written for it: an example to adapt, never legal advice. */
export interface DemoClause {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly interest: string;
  readonly watchPoints: readonly string[];
  readonly phase: 'need' | 'rc' | 'ccap' | 'cctp' | 'execution' | 'reservation';
  readonly segments: readonly string[];
  readonly themes: readonly string[];
  readonly legal: readonly string[];
  readonly contributor: string;
  readonly year: number;
  /** When its text was last checked, for those taken over from earlier work. */
  readonly checkedOn?: string;
}
