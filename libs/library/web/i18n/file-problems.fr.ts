/** Why a file was refused, told to who deposited it: what happened, what to do. */
export const fileProblemsFr = {
  'type-unknown': 'Ce type de fichier n’est pas pris. Enregistrez-le en PDF ou dans un format bureautique courant, puis déposez-le de nouveau.',
  'old-office': 'Ce fichier est dans un ancien format (.doc, .xls, .ppt). Enregistrez-le en .docx, .xlsx, .pptx ou PDF, puis déposez-le de nouveau.',
  'wrong-extension': 'Ce que contient ce fichier ne va pas avec son nom. Donnez-lui la bonne extension, puis déposez-le de nouveau.',
  corrupt: 'Ce fichier est abîmé ou incomplet. Ouvrez-le chez vous, enregistrez-le de nouveau, puis redéposez-le.',
  password: 'Ce fichier est protégé par un mot de passe. Retirez la protection, puis déposez-le de nouveau.',
  macro: 'Ce fichier contient des macros. Enregistrez-le sans macros (.docx, .xlsx, .pptx), puis déposez-le de nouveau.',
  script: 'Ce fichier contient un programme qui pourrait s’exécuter à l’ouverture. Exportez-le en PDF ou en image, puis déposez-le de nouveau.',
  polyglot: 'Ce fichier se lit comme deux types à la fois : il n’est pas gardé. Exportez-le de nouveau depuis son logiciel d’origine.',
  bomb: 'Ouvert, ce fichier prendrait une place démesurée. Allégez-le (images, feuilles vides), puis déposez-le de nouveau.',
  'path-in-archive': 'Les noms rangés dans ce fichier sortent de son dossier. Refaites-le avec votre logiciel habituel, puis déposez-le de nouveau.',
  'too-long-to-read': 'La lecture de ce fichier a pris trop de temps. Allégez-le ou divisez-le, puis déposez-le de nouveau.',
  'too-heavy-to-read': 'La lecture de ce fichier demande trop de mémoire. Allégez-le ou divisez-le, puis déposez-le de nouveau.',
};
