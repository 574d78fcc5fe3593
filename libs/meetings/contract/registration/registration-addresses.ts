/** Where registration is reached; the endpoints are declared on them, and a visitor’s page calls them without their schemas. */
export const registrationAddresses = {
  view: { method: 'GET', path: '/meetings/:meetingId/registration' },
  register: { method: 'POST', path: '/meetings/:meetingId/registrations' },
  prefill: { method: 'GET', path: '/meetings/:meetingId/registration/prefill' },
  act: { method: 'POST', path: '/registrations/:registrationId/acts' },
  edit: { method: 'PATCH', path: '/registrations/:registrationId' },
  viewLink: { method: 'GET', path: '/registration-links/:token' },
  actByLink: { method: 'POST', path: '/registration-links/:token/acts' },
  editByLink: { method: 'PATCH', path: '/registration-links/:token' },
  participants: { method: 'GET', path: '/meetings/:meetingId/participants' },
  allocations: { method: 'GET', path: '/meetings/:meetingId/allocations' },
} as const;
