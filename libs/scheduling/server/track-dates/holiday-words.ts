import type { Language } from '@cohorte/platform/contract';
import type { PublicHolidayName, SchoolHolidayName, SchoolZone } from '../../contract';

const publicWords: Record<Language, Record<PublicHolidayName, string>> = {
  fr: {
    'new-year': 'Jour de l’An', 'good-friday': 'Vendredi saint', 'easter-monday': 'Lundi de Pâques', 'labour-day': 'Fête du Travail', 'victory-1945': '8 mai 1945', ascension: 'Ascension',
    'whit-monday': 'Lundi de Pentecôte', 'bastille-day': 'Fête nationale', assumption: 'Assomption', 'all-saints': 'Toussaint', 'armistice-1918': '11 novembre 1918', christmas: 'Noël',
    'saint-stephen': 'Saint-Étienne', 'abolition-of-slavery': 'Abolition de l’esclavage',
  },
  en: {
    'new-year': 'New Year’s Day', 'good-friday': 'Good Friday', 'easter-monday': 'Easter Monday', 'labour-day': 'Labour Day', 'victory-1945': 'Victory Day 1945', ascension: 'Ascension Day',
    'whit-monday': 'Whit Monday', 'bastille-day': 'Bastille Day', assumption: 'Assumption Day', 'all-saints': 'All Saints’ Day', 'armistice-1918': 'Armistice Day', christmas: 'Christmas Day',
    'saint-stephen': 'Saint Stephen’s Day', 'abolition-of-slavery': 'Abolition of slavery',
  },
};
const schoolWords: Record<Language, Record<SchoolHolidayName, string>> = {
  fr: {
    'all-saints': 'Vacances de la Toussaint', christmas: 'Vacances de Noël', winter: 'Vacances d’hiver', spring: 'Vacances de printemps', ascension: 'Pont de l’Ascension', summer: 'Vacances d’été',
  },
  en: {
    'all-saints': 'Autumn school holidays', christmas: 'Christmas school holidays', winter: 'Winter school holidays', spring: 'Spring school holidays', ascension: 'Ascension school break',
    summer: 'Summer school holidays',
  },
};

/** What a public holiday is called in an agenda. */
export const publicHolidayWord = (name: PublicHolidayName, language: Language): string => publicWords[language][name];

export const schoolHolidayWord = (name: SchoolHolidayName, zone: SchoolZone, language: Language): string => `${schoolWords[language][name]} (zone ${zone})`;
