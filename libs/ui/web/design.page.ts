import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal, type Type } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from './button';
import { CommandPalette } from './command-palette.service';
import { DesignButtons } from './design/design-buttons';
import { DesignColours } from './design/design-colours';
import { DesignContent } from './design/design-content';
import { DesignForms } from './design/design-forms';
import { DesignOverlays } from './design/design-overlays';
import { DesignStates } from './design/design-states';
import { DesignThread } from './design/design-thread';
import { DesignType } from './design/design-type';
import { PublicFrame } from './public-frame';
import { RadioGroup } from './radio-group';
import { Shortcuts } from './shortcuts.service';
import { Switch } from './switch';
import { ThemeService, type ReadingPreferences } from './theme.service';
import { ToastRegion } from './toasts';

/** Every part in every state, in one or both themes: the page to open before and after changing a part. */
@Component({
  selector: 'co-design-page',
  imports: [Button, NgComponentOutlet, PublicFrame, RadioGroup, RouterLink, Switch, ToastRegion],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './design.page.html',
  styleUrl: './design.page.css',
})
export class DesignPage {
  protected readonly theme = inject(ThemeService);
  protected readonly both = signal(false);
  protected readonly panes = computed(() => (this.both() ? (['light', 'dark'] as const) : [null]));
  protected readonly sections: readonly { id: string; title: string; note: string; part: Type<unknown> }[] = [
    { id: 'fil', title: 'Le fil', note: 'Un parcours est une ligne de stations. La forme et le mot portent le sens, la couleur le répète.', part: DesignThread },
    { id: 'couleurs', title: 'Couleurs', note: 'Papier chaud, encre sombre, un vert, une brique pour ce qui vous attend.', part: DesignColours },
    { id: 'textes', title: 'Textes, espaces, icônes', note: 'Atkinson Hyperlegible Next pour l’interface, Literata pour les textes longs.', part: DesignType },
    { id: 'boutons', title: 'Boutons et menus', note: 'Un verbe par bouton, un seul bouton plein par page.', part: DesignButtons },
    { id: 'formulaires', title: 'Formulaires', note: 'Une colonne, le libellé au-dessus, l’aide et l’erreur dessous.', part: DesignForms },
    { id: 'contenus', title: 'Contenus', note: 'Des filets plutôt que des ombres ; jamais de classement.', part: DesignContent },
    { id: 'etats', title: 'États et repères', note: 'Attendre, ne rien avoir, prévenir, se repérer.', part: DesignStates },
    { id: 'dessus', title: 'Ce qui passe au-dessus', note: 'Dialogues, volets, messages, palette. Sur un téléphone, tout vient d’en bas.', part: DesignOverlays },
  ];
  protected readonly themes = [{ value: 'system', label: 'Appareil' }, { value: 'light', label: 'Clair' }, { value: 'dark', label: 'Sombre' }] as const;

  constructor() {
    const palette = inject(CommandPalette);
    const shortcuts = inject(Shortcuts);
    const away = [
      palette.register((query) => Promise.resolve(this.commands().filter((command) => plain(command.label).includes(plain(query))))),
      shortcuts.register({ keys: 'Ctrl K', label: 'Ouvrir la palette', run: () => void palette.open() }),
      shortcuts.register({ keys: '?', label: 'Afficher les raccourcis', run: () => void shortcuts.show() }),
    ];
    inject(DestroyRef).onDestroy(() => away.forEach((leave) => leave()));
  }

  protected set(name: keyof ReadingPreferences, value: string | null): void {
    this.theme.set({ [name]: value });
  }

  protected go(event: Event, id: string): void {
    event.preventDefault();
    document.getElementById(id)?.focus();
    document.getElementById(id)?.scrollIntoView();
  }

  private commands() {
    return this.sections.map((section) => ({ id: section.id, label: section.title, hint: 'Section', icon: 'text' as const, run: () => document.getElementById(section.id)?.scrollIntoView() }));
  }
}

/** Accents and case do not stand between a person and a section. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();
