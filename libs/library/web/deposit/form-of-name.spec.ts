import { kindOfForm } from '../../contract/taxonomies';
import { formOfName } from './form-of-name';

it.each([
  ['Modèle de délibération.docx', 'template'], ['GUIDE_achats.pdf', 'guide'], ['grille-indicateurs.pdf', 'worksheet'], ['Décret n° 2024-134.pdf', 'legal_text'], ['loire.pdf', 'method_sheet'],
  ['atelier 3.pptx', 'slides'], ['chiffres.xlsx', 'worksheet'], ['webinaire.mp4', 'replay'], ['SPASER_metropole.pdf', 'published_spaser'], ['notes.txt', 'method_sheet'],
])('«%s» may be a %s', (name, form) => {
  expect(formOfName(name)).toBe(form);
  expect(kindOfForm(form)).toBeDefined();
});
