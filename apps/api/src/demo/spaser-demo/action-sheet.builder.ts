import type { RichNode } from '../rich-text.builder';
import { heading, paragraph, table, taskList } from '../rich-text.builder';

/** What the scheme says of one action, in the order a reader meets it. */
export interface ActionSheet {
  readonly code: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly pilot: string;
  readonly partners: string;
  readonly due: string;
  readonly levers: string;
  /** Rows written `indicator | unit | value of 2025 | target | source`. */
  readonly indicators: readonly string[];
  readonly steps?: readonly string[];
}

export function actionSheet(sheet: ActionSheet): RichNode[] {
  const steps = sheet.steps ? [heading(4, `Étapes de l’action ${sheet.code}`), taskList(...sheet.steps)] : [];
  return [
    heading(3, `Action ${sheet.code} – ${sheet.title}`),
    ...sheet.text.map(paragraph),
    table('Pilote | Contributeurs | Échéance | Leviers', `${sheet.pilot} | ${sheet.partners} | ${sheet.due} | ${sheet.levers}`),
    ...steps,
    table('Indicateur | Unité | Départ 2025 | Cible | Source', ...sheet.indicators),
  ];
}
