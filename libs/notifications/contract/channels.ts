/** Where a person is told: the bell of every page, a letter. */
export const notificationChannels = ['bell', 'mail'] as const;
