import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = [
  'networks_roles_of(uuid)', 'networks_spaces_of(uuid)', 'networks_has_role(uuid, text[])', 'networks_known_networks(uuid)', 'networks_inside_networks(uuid)',
  'networks_visible_spaces(uuid)', 'networks_open_spaces(uuid)', 'networks_manages(uuid)', 'networks_animates_any()',
];

/**
 * The second wall: who sees which row, in the words of `space.policy.ts`. The functions run as the owner of the tables
 * (whose own policy lets them read), so that a policy never asks itself; other domains use them in their policies too.
 */
export class CreateNetworksVisibility1760000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roles);
    await runner.query(visibility);
    await runner.query(management);
    await runner.query(functions.map((name) => `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${name} TO cohorte_app;`).join('\n'));
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policies.replaceAll(/CREATE POLICY (\w+) ON (\w+)[^;]*;/g, 'DROP POLICY $1 ON $2;'));
    await runner.query(`DROP FUNCTION ${functions.toReversed().join(', ')}`);
  }
}

const secure = 'STABLE SECURITY DEFINER SET search_path = public, pg_temp';

const roles = `
  -- Everything a person is, anywhere; their structure brings them into its cohorts when they lead it or are a member of it.
  CREATE FUNCTION networks_roles_of(person uuid) RETURNS TABLE (space_id uuid, space_kind text, role text, via_structure_id uuid) LANGUAGE sql ${secure} AS $$
    SELECT m.space_id, s.kind, m.role, NULL::uuid FROM networks_membership m JOIN networks_space s ON s.id = m.space_id
      WHERE m.person_id = person AND m.ended_at IS NULL
    UNION ALL
    SELECT c.space_id, 'cohort', m.role, m.space_id FROM networks_membership m
      JOIN networks_membership c ON c.structure_id = m.space_id AND c.ended_at IS NULL
      WHERE m.person_id = person AND m.ended_at IS NULL AND m.role IN ('lead', 'member')
  $$;

  CREATE FUNCTION networks_spaces_of(person uuid) RETURNS SETOF uuid LANGUAGE sql ${secure} AS $$
    SELECT DISTINCT space_id FROM networks_roles_of(person)
  $$;

  -- Does the acting person directly hold one of these roles there?
  CREATE FUNCTION networks_has_role(space uuid, roles text[]) RETURNS boolean LANGUAGE sql ${secure} AS $$
    SELECT EXISTS (SELECT FROM networks_membership m
      WHERE m.space_id = space AND m.person_id = platform_person() AND m.ended_at IS NULL AND m.role = ANY (roles))
  $$;
`;

/** Networks of a role `r`: itself, the affiliations of a structure, the parent of a cohort. */
const networksOfRole = `
  CROSS JOIN LATERAL (
    SELECT r.space_id AS id WHERE r.space_kind = 'network'
    UNION ALL SELECT a.network_id FROM networks_affiliation a WHERE a.structure_id = r.space_id
    UNION ALL SELECT s.network_id FROM networks_space s WHERE s.id = r.space_id AND s.kind = 'cohort') n`;

const visibility = `
  CREATE FUNCTION networks_known_networks(person uuid) RETURNS SETOF uuid LANGUAGE sql ${secure} AS $$
    SELECT DISTINCT n.id FROM networks_roles_of(person) r ${networksOfRole}
  $$;

  -- Networks whose people and structures a person may list: guests may not, nor those a structure only lets in as experts.
  CREATE FUNCTION networks_inside_networks(person uuid) RETURNS SETOF uuid LANGUAGE sql ${secure} AS $$
    SELECT DISTINCT n.id FROM networks_roles_of(person) r ${networksOfRole}
      WHERE r.role <> 'guest' AND (r.space_kind <> 'structure' OR r.role IN ('lead', 'member'))
  $$;

  -- «read»: spaces whose existence and name a person may know.
  CREATE FUNCTION networks_visible_spaces(person uuid) RETURNS SETOF uuid LANGUAGE sql ${secure} AS $$
    SELECT space_id FROM networks_roles_of(person)
    UNION SELECT networks_known_networks(person)
    UNION SELECT structure_id FROM networks_affiliation WHERE network_id IN (SELECT networks_inside_networks(person))
    UNION SELECT m.structure_id FROM networks_membership m JOIN networks_roles_of(person) r ON r.space_id = m.space_id AND r.space_kind = 'cohort' AND r.role <> 'guest'
      WHERE m.structure_id IS NOT NULL AND m.ended_at IS NULL
    UNION SELECT s.id FROM networks_space s JOIN networks_roles_of(person) r ON r.space_id = s.network_id AND r.role = 'animator' WHERE s.kind = 'cohort'
  $$;

  -- «read-people»: spaces whose people and figures a person may know.
  CREATE FUNCTION networks_open_spaces(person uuid) RETURNS SETOF uuid LANGUAGE sql ${secure} AS $$
    SELECT space_id FROM networks_roles_of(person) WHERE role <> 'guest' AND space_kind <> 'network'
    UNION SELECT networks_inside_networks(person)
    UNION SELECT a.structure_id FROM networks_affiliation a JOIN networks_roles_of(person) r ON r.space_id = a.network_id AND r.role = 'animator'
    UNION SELECT s.id FROM networks_space s JOIN networks_roles_of(person) r ON r.space_id = s.network_id AND r.role = 'animator' WHERE s.kind = 'cohort'
    UNION SELECT m.structure_id FROM networks_membership m JOIN networks_roles_of(person) r ON r.space_id = m.space_id AND r.space_kind = 'cohort' AND r.role <> 'guest'
      WHERE m.structure_id IS NOT NULL AND m.ended_at IS NULL
  $$;
`;

const management = `
  -- «manage»: an animator of a network the space stands in, or the lead of the structure.
  CREATE FUNCTION networks_manages(space uuid) RETURNS boolean LANGUAGE sql ${secure} AS $$
    SELECT EXISTS (SELECT FROM networks_roles_of(platform_person()) r
      WHERE (r.role = 'lead' AND r.space_id = space AND r.via_structure_id IS NULL)
         OR (r.role = 'animator' AND r.space_kind = 'network' AND r.space_id IN (
               SELECT space UNION ALL SELECT a.network_id FROM networks_affiliation a WHERE a.structure_id = space
               UNION ALL SELECT s.network_id FROM networks_space s WHERE s.id = space AND s.kind = 'cohort')))
  $$;

  -- A structure is created before it is affiliated: for that moment, being an animator somewhere is what counts.
  CREATE FUNCTION networks_animates_any() RETURNS boolean LANGUAGE sql ${secure} AS $$
    SELECT EXISTS (SELECT FROM networks_roles_of(platform_person()) WHERE role = 'animator' AND space_kind = 'network')
  $$;
`;

const visible = 'IN (SELECT networks_visible_spaces(platform_person()))';
const open = 'IN (SELECT networks_open_spaces(platform_person()))';

const policies = `
  CREATE POLICY space_read ON networks_space FOR SELECT TO cohorte_app USING (id ${visible});
  CREATE POLICY space_create ON networks_space FOR INSERT TO cohorte_app WITH CHECK (
    (kind = 'structure' AND networks_animates_any()) OR (kind = 'cohort' AND networks_has_role(network_id, ARRAY['animator'])));
  CREATE POLICY space_change ON networks_space FOR UPDATE TO cohorte_app USING (networks_manages(id)) WITH CHECK (networks_manages(id));

  CREATE POLICY network_read ON networks_network FOR SELECT TO cohorte_app USING (id ${visible});
  CREATE POLICY network_change ON networks_network FOR UPDATE TO cohorte_app USING (networks_manages(id)) WITH CHECK (networks_manages(id));

  CREATE POLICY structure_read ON networks_structure FOR SELECT TO cohorte_app USING (id ${visible});
  CREATE POLICY structure_create ON networks_structure FOR INSERT TO cohorte_app WITH CHECK (networks_animates_any());
  CREATE POLICY structure_change ON networks_structure FOR UPDATE TO cohorte_app USING (networks_manages(id)) WITH CHECK (networks_manages(id));

  CREATE POLICY purchase_read ON networks_purchase FOR SELECT TO cohorte_app USING (structure_id ${open});
  CREATE POLICY purchase_write ON networks_purchase TO cohorte_app USING (networks_manages(structure_id)) WITH CHECK (networks_manages(structure_id));

  CREATE POLICY affiliation_read ON networks_affiliation FOR SELECT TO cohorte_app USING (network_id ${visible} AND structure_id ${visible});
  CREATE POLICY affiliation_write ON networks_affiliation TO cohorte_app
    USING (networks_has_role(network_id, ARRAY['animator'])) WITH CHECK (networks_has_role(network_id, ARRAY['animator']));

  CREATE POLICY membership_read ON networks_membership FOR SELECT TO cohorte_app USING (person_id = platform_person() OR space_id ${open});
  CREATE POLICY membership_write ON networks_membership TO cohorte_app USING (networks_manages(space_id)) WITH CHECK (networks_manages(space_id));

  CREATE POLICY invitation_manage ON networks_invitation TO cohorte_app USING (networks_manages(space_id)) WITH CHECK (networks_manages(space_id));
`;
