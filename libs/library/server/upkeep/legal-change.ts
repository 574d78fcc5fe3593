/** A text `lc` that the resource `r` cites and that changed since it was last checked; SQL. */
export const changedSince = `
  lc.network_id = r.network_id AND lc.changed_on > coalesce(r.checked_on, (r.published_at AT TIME ZONE 'Europe/Paris')::date)
  AND lc.key IN (SELECT library_legal_key(cited) FROM unnest(r.legal) AS cited)`;
