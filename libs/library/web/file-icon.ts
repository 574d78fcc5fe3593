import type { IconName } from '@cohorte/ui/web/icons';
import { type FileFamily, type FileTypeKey, fileTypes, typeOfName } from '../contract/file-types';

const icons: Record<FileFamily, IconName> = { text: 'file-text', sheet: 'table-2', slides: 'presentation', image: 'image', video: 'video', audio: 'headphones', subtitles: 'text', archive: 'folder' };

/** The drawing of a type; of a name, while the type is not known. */
export function fileIcon(type: FileTypeKey | null, name = ''): IconName {
  const known = type ?? typeOfName(name);
  return known ? icons[fileTypes[known].family] : 'file';
}
