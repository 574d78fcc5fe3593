import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { Checkbox } from '../checkbox';
import { CodeInput } from '../code-input';
import { ErrorSummary, type FieldProblem } from '../error-summary';
import { Field } from '../field';
import { RadioGroup, type RadioOption } from '../radio-group';
import { SearchField } from '../search-field';
import { Steps } from '../steps';
import { Switch } from '../switch';
import { TextInput } from '../text-input';
import { Button } from '../button';
import { longLabel } from './samples';

let shown = 0;

/** Forms: one column, label above, help and error below, errors summed up at the top. */
@Component({
  selector: 'co-design-forms',
  imports: [Button, Checkbox, CodeInput, ErrorSummary, Field, RadioGroup, SearchField, Steps, Switch, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-steps [steps]="['Structure', 'Périmètre', 'Personnes', 'Relecture']" [current]="1" />
    <div class="columns">
      <form (submit)="$event.preventDefault(); submitted.set(true)" novalidate>
        @if (submitted()) {<co-error-summary [problems]="problems" />}
        <co-field label="Adresse de messagerie" help="Celle de votre établissement." [fieldId]="mailId" [error]="submitted() ? 'Il manque un @ à cette adresse.' : ''" required>
          <input coInput type="email" autocomplete="email" value="camille.roussel" />
        </co-field>
        <co-field label="Structure" [fieldId]="structureId" optionalWord>
          <select coInput><option>CHU Caen Normandie</option><option>CH public du Cotentin</option></select>
        </co-field>
        <co-field [label]="long" help="Le libellé le plus long doit tenir sans rien couper."><input coInput value="62 M€ HT" /></co-field>
        <co-field label="Ce que vous attendez du parcours" optionalWord><textarea coInput rows="3">Partager nos clauses, ne pas repartir de zéro.</textarea></co-field>
        <co-field label="Numéro SIRET" help="Rempli à l’import ; ne se change pas ici."><input coInput readonly value="130 025 265 00013" /></co-field>
        <co-field label="Indisponible"><input coInput disabled value="Verrouillé par l’animation" /></co-field>
        <div><button coButton variant="primary" type="submit">Envoyer l’invitation</button></div>
      </form>
      <div class="stack">
        <co-code-input label="Code reçu par messagerie" [(value)]="code" help="Six chiffres, valables dix minutes." />
        <co-code-input label="Code refusé" value="418" error="Ce code n’est pas le bon. Il vous reste 3 essais." />
        <co-search-field placeholder="Chercher une clause, un guide…" [(value)]="sought" />
        <co-radio-group label="Qui participe ?" [options]="scopes" [(value)]="scope" help="Peut changer plus tard." />
        <div>
          <co-checkbox label="Prévenir les référentes" [(checked)]="tell" help="Un message part ce soir." />
          <co-checkbox label="Sélection partielle" mixed />
          <co-checkbox label="Indisponible" disabled [checked]="true" />
          <co-checkbox label="J’ai lu la note d’information" error="Cochez pour continuer." />
        </div>
        <div>
          <co-switch label="Affichage compact" help="Plus de lignes à l’écran." [(checked)]="on" />
          <co-switch label="Recevoir un résumé chaque lundi" />
          <co-switch label="Imposé par le réseau" [checked]="true" disabled />
        </div>
      </div>
    </div>
  `,
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-6); }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: var(--co-space-8) var(--co-space-10); align-items: start; }
    form, .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-5); min-width: 0; }
  `,
})
export class DesignForms {
  private readonly copy = ++shown;
  protected readonly mailId = `design-mail-${this.copy}`;
  protected readonly structureId = `design-structure-${this.copy}`;
  protected readonly problems: readonly FieldProblem[] = [{ fieldId: this.mailId, message: 'Adresse de messagerie : il manque un @.' }];
  protected readonly submitted = signal(false);
  protected readonly code = signal('4182');
  protected readonly sought = signal('insertion');
  protected readonly scope = signal<string | null>('obliged');
  protected readonly tell = signal(true);
  protected readonly on = signal(true);
  protected readonly long = longLabel;
  protected readonly scopes: readonly RadioOption[] = [
    { value: 'obliged', label: 'Structures obligées seulement', help: 'Plus de 50 M€ HT d’achats par an.' },
    { value: 'mixed', label: 'Obligées et volontaires' },
    { value: 'closed', label: 'Sur invitation nominative', disabled: true },
  ];
}
