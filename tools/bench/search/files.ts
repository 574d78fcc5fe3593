export { pdfOf } from '../../../libs/library/server/reading/made-files';
