import type { fileFr } from './file.fr';

export const fileEn: typeof fileFr = {
  readSaid: 'Read what is said',
  title: 'The document', read: 'Read', watch: 'Watch', listen: 'Listen', see: 'See the picture', download: 'Download', downloadSize: 'Download ({{ type }}, {{ size }})', openAt: 'Open the PDF at this page', openFile: 'Open in a tab',
  types: {
    pdf: 'PDF', docx: 'Word document', odt: 'OpenDocument text', xlsx: 'Excel workbook', ods: 'OpenDocument workbook', pptx: 'PowerPoint slides', odp: 'OpenDocument slides', text: 'Text', csv: 'CSV table',
    vtt: 'Subtitles', srt: 'Subtitles', png: 'PNG picture', jpeg: 'JPEG picture', webp: 'WebP picture', gif: 'GIF picture', svg: 'SVG picture', mp4: 'MP4 video', webm: 'WebM video', mp3: 'MP3 sound', m4a: 'M4A sound', ogg: 'OGG sound', zip: 'ZIP archive',
  },
  unknownType: 'File',
  parts: {
    text: { one: '# page', other: '# pages' }, sheet: { one: '# sheet', other: '# sheets' }, slides: { one: '# slide', other: '# slides' }, other: { one: '# part', other: '# parts' },
  },
  waiting: 'The document is being read', waitingText: 'It has just arrived: it is checked before it is opened. This usually takes less than a minute.', refused: 'This file cannot be opened',
  coming: 'A new file replaces this one', comingText: '“{{ name }}” is being checked. Until then the old one stays in place.', comingRefused: 'The new file was refused', comingKept: 'The old one stays in place.',
  beingRead: 'Being read', isRefused: 'File refused',
  remarksTitle: 'Good to know',
  remarks: {
    untagged: 'This PDF is not tagged: a screen reader may not follow its order. The text of each page is given beside its picture.', scanned: 'This document is made of pictures without text: its words can neither be read aloud nor found by the search.',
    long: 'This document is very long: only its first pages are read here. Download it to have it whole.', 'pictures-cut': 'Only the first pages are shown as pictures; the text of the others is there.',
    'active-content': 'This file holds active elements: if your software offers to run them, refuse.', attachments: 'This file carries attachments, which were not checked.', 'no-preview': 'This document has no preview: download it to see it as it is.',
  },
};
