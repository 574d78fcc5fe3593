import type { UseFact } from '@cohorte/library/contract';
import type { ToolboxService } from '@cohorte/library/server';
import { newId, type Tx } from '@cohorte/platform/server';

interface DemoNomination {
  readonly resource: string;
  readonly by: string;
  readonly structure: string;
  readonly reason: string;
  /** How many of the cohort's structures state each fact, in their order. */
  readonly uses: Readonly<Partial<Record<UseFact, number>>>;
  readonly selected: boolean;
}

const [rouen, estuaire, centre] = [['nathalie-vasseur', 'ght-rouen-coeur-seine'], ['isabelle-fauvel', 'ght-estuaire-seine'], ['marion-lecoq', 'ght-normandie-centre']] as const;
const nomination = (resource: string, [by, structure]: readonly [string, string], reason: string, given: Pick<DemoNomination, 'uses'> & { selected?: boolean }): DemoNomination => ({ resource, by, structure, reason, uses: given.uses, selected: given.selected ?? true });

/** An example of a selection: what the cohort really keeps is for its members to say. */
const nominations: readonly DemoNomination[] = [
  nomination('outil-autodiagnostic', centre, 'Base de l’état des lieux', { uses: { read: 4, adapted: 5, 'in-force': 2 } }),
  nomination('outil-indicateurs', rouen, 'Choisir peu d’indicateurs et un référent', { uses: { read: 6, adapted: 4 } }),
  nomination('fiche-disseque', estuaire, 'Pour présenter le plan type à la direction', { uses: { read: 8, adapted: 1 } }),
  nomination('spaser-cvl-2', rouen, 'Exemple de gouvernance et de budget', { uses: { read: 6 } }),
  nomination('clause:performance-energetique', centre, 'Reprise dans notre marché d’exploitation', { uses: { read: 2, 'in-force': 1 } }),
  nomination('fiche-daj', estuaire, 'À lire avec le code, elle date un peu', { uses: { read: 3 }, selected: false }),
  nomination('mooc-spaser', rouen, 'Pour une personne qui rejoint l’équipe', { uses: { read: 5 }, selected: false }),
];

interface ToolboxPlace {
  readonly networkId: string;
  readonly cohortId: string;
  readonly animator: string;
  readonly idOf: (key: string) => string;
  readonly structureKeys: readonly string[];
}

/** The cohort's toolbox: seven nominations, five of them selected and published. */
export async function fillToolbox(tx: Tx, toolboxes: ToolboxService, { networkId, cohortId, animator, idOf, structureKeys }: ToolboxPlace): Promise<void> {
  const { id: toolboxId } = await toolboxes.makeIn(tx, animator, {
    requestId: newId(), networkId, spaceId: cohortId,
    fields: { title: 'Boîte à outils des GHT de Normandie', access: 'public', introduction: 'Ce que les groupements hospitaliers du parcours ont trouvé le plus utile pour écrire leur schéma, dans l’ordre où cela sert.\n\nExemple de démonstration : la vraie sélection appartient aux membres.' },
  });
  for (const { resource, by, structure, reason, uses } of nominations) {
    const resourceId = idOf(resource);
    await toolboxes.nominateIn(tx, idOf(by), { toolboxId, resourceId, reason, structureId: idOf(structure) });
    const facts = Object.entries(uses).flatMap(([fact, count]) => Array.from({ length: count }, () => fact as UseFact));
    for (const [at, fact] of facts.entries()) await toolboxes.stateIn(tx, idOf(by), { toolboxId, resourceId, structureId: idOf(structureKeys[at] ?? ''), fact });
  }
  await toolboxes.selectIn(tx, animator, { toolboxId, items: nominations.filter(({ selected }) => selected).map(({ resource, reason }) => ({ resourceId: idOf(resource), reason })) });
  await toolboxes.publishIn(tx, toolboxId);
}
