import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AppFrame, type NavItem } from './app-frame';
import { Avatar } from './avatar';
import { AvatarGroup } from './avatar-group';
import { Button } from './button';
import { Card } from './card';
import { Chip } from './chip';
import { Icon } from './icon';
import { Menu } from './menu';
import { MenuItem } from './menu-item';
import { MenuTrigger } from './menu-trigger';
import { PageHead } from './page-head';
import { sampleStops } from './design/samples';
import { StageChip, type StageProgress } from './stage-chip';
import { Thread } from './thread';
import { Tile } from './tile';
import { ThemeService } from './theme.service';

/** The frame round a sample page of a cohort: how the parts sit together. */
@Component({
  selector: 'co-design-frame-page',
  imports: [AppFrame, Avatar, AvatarGroup, Button, Card, Chip, Icon, Menu, MenuItem, MenuTrigger, PageHead, RouterLink, StageChip, Thread, Tile],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './design-frame.page.html',
  styleUrl: './design-frame.page.css',
})
export class DesignFramePage {
  protected readonly theme = inject(ThemeService);
  protected readonly stops = sampleStops;
  protected readonly items: readonly NavItem[] = [
    { label: 'Accueil', icon: 'house', link: '/design', exact: true },
    { label: 'Parcours', icon: 'route', link: '/design/cadre' },
    { label: 'Documents', icon: 'file-text', link: '/design/documents' },
    { label: 'Boîte à outils', short: 'Outils', icon: 'library', link: '/design/outils' },
    { label: 'Agenda', icon: 'calendar-days', link: '/design/agenda' },
  ];
  protected readonly structures: readonly { name: string; support: string; stage: string; progress: StageProgress }[] = [
    { name: 'GHT Normandie Centre', support: 'CHU Caen Normandie', stage: 'Diagnostic', progress: 'under-way' },
    { name: 'GHT Rouen Cœur de Seine', support: 'CHU de Rouen', stage: 'Rédaction', progress: 'under-way' },
    { name: 'GHT de l’Estuaire', support: 'GH du Havre', stage: 'Cadrage', progress: 'framing' },
    { name: 'GHT du Cotentin', support: 'CH public du Cotentin', stage: 'Cadrage', progress: 'framing' },
    { name: 'GHT Eure-Seine', support: 'CH Eure-Seine', stage: 'Diagnostic', progress: 'under-way' },
    { name: 'GHT Val de Seine', support: 'CH Elbeuf-Louviers', stage: 'Pas commencé', progress: 'not-started' },
  ];
}
