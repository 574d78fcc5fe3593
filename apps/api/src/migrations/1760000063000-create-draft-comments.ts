import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['drafts_thread', 'drafts_comment', 'drafts_comment_notice', 'drafts_comment_preference'];

/** Comments beside drafts: threads on passages, what is said in them, who is told by mail. */
export class CreateDraftComments1760000063000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(comments);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(policies);
    await runner.query(mentionable);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION drafts_mentionable(uuid); DROP TABLE ${tables.toReversed().join(', ')}`);
  }
}

const comments = `
  CREATE TABLE drafts_thread (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    -- Encoded Y.RelativePosition; the words beside them find the passage again when these are lost.
    anchor_start bytea NOT NULL CHECK (length(anchor_start) <= 256),
    anchor_end bytea NOT NULL CHECK (length(anchor_end) <= 256),
    quote text NOT NULL CHECK (char_length(quote) BETWEEN 1 AND 500),
    prefix text NOT NULL CHECK (char_length(prefix) <= 60),
    suffix text NOT NULL CHECK (char_length(suffix) <= 60),
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'resolved')),
    resolved_by uuid,
    resolved_at timestamptz CHECK ((resolved_at IS NOT NULL) = (status = 'resolved')),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  );
  CREATE INDEX drafts_thread_draft ON drafts_thread (draft_id, updated_at DESC);

  CREATE TABLE drafts_comment (
    id uuid PRIMARY KEY,
    thread_id uuid NOT NULL REFERENCES drafts_thread (id),
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    author_id uuid NOT NULL,
    -- Made by the author's browser: the same act sent twice is one comment.
    request_id uuid NOT NULL,
    body text NOT NULL CHECK (char_length(body) <= 4000),
    mentions uuid[] NOT NULL,
    created_at timestamptz NOT NULL,
    edited_at timestamptz,
    deleted_at timestamptz,
    UNIQUE (author_id, request_id)
  );
  CREATE INDEX drafts_comment_thread ON drafts_comment (thread_id, created_at, id);
  CREATE INDEX drafts_comment_author ON drafts_comment (author_id, created_at);

  -- Who is to be told of a comment; several become one letter.
  CREATE TABLE drafts_comment_notice (
    comment_id uuid NOT NULL REFERENCES drafts_comment (id),
    person_id uuid NOT NULL,
    thread_id uuid NOT NULL REFERENCES drafts_thread (id),
    -- The event of the outbox it came from: the letter's Message-ID is made of the first one's.
    event_id uuid NOT NULL,
    is_mention boolean NOT NULL,
    created_at timestamptz NOT NULL,
    -- The letter it travels in, once decided: a letter tried again is the same letter.
    letter_id uuid,
    settled_at timestamptz,
    is_mailed boolean NOT NULL DEFAULT false,
    PRIMARY KEY (comment_id, person_id)
  );
  CREATE INDEX drafts_comment_notice_thread ON drafts_comment_notice (thread_id, person_id);

  CREATE TABLE drafts_comment_preference (
    person_id uuid PRIMARY KEY,
    replies_by_mail boolean NOT NULL,
    updated_at timestamptz NOT NULL
  );

  GRANT SELECT, INSERT, UPDATE (status, resolved_by, resolved_at, updated_at) ON drafts_thread TO cohorte_app;
  GRANT SELECT, INSERT, UPDATE (body, mentions, edited_at, deleted_at) ON drafts_comment TO cohorte_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON drafts_comment_notice, drafts_comment_preference TO cohorte_app;
`;

/** Commenters and above: what is said among writers does not reach mere readers. */
const talks = (table: string): string => `EXISTS (SELECT FROM drafts_draft d WHERE d.id = ${table}.draft_id AND drafts_rank_of(d.id, d.owner_space_id) >= 2)`;

const policies = `
  CREATE POLICY thread_read ON drafts_thread FOR SELECT TO cohorte_app USING (${talks('drafts_thread')});
  CREATE POLICY thread_start ON drafts_thread FOR INSERT TO cohorte_app WITH CHECK (created_by = platform_person() AND ${talks('drafts_thread')});
  CREATE POLICY thread_settle ON drafts_thread FOR UPDATE TO cohorte_app USING (${talks('drafts_thread')}) WITH CHECK (${talks('drafts_thread')});
  CREATE POLICY comment_read ON drafts_comment FOR SELECT TO cohorte_app USING (${talks('drafts_comment')});
  CREATE POLICY comment_write ON drafts_comment FOR INSERT TO cohorte_app WITH CHECK (author_id = platform_person() AND ${talks('drafts_comment')}
    AND EXISTS (SELECT FROM drafts_thread t WHERE t.id = drafts_comment.thread_id AND t.draft_id = drafts_comment.draft_id));
  CREATE POLICY comment_change ON drafts_comment FOR UPDATE TO cohorte_app
    USING (author_id = platform_person() AND ${talks('drafts_comment')}) WITH CHECK (author_id = platform_person() AND ${talks('drafts_comment')});
  CREATE POLICY preference_own ON drafts_comment_preference TO cohorte_app USING (person_id = platform_person()) WITH CHECK (person_id = platform_person());
`;

/** Those among the draft's readers who may answer a comment; nothing to those who may not comment themselves. */
const mentionable = `
  CREATE FUNCTION drafts_mentionable(wanted uuid) RETURNS TABLE (person_id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT r.person_id, r.name FROM drafts_readers(wanted) r JOIN drafts_draft d ON d.id = wanted
      WHERE drafts_rank_for(r.person_id, d.id, d.owner_space_id) >= 2 ORDER BY r.name, r.person_id
  $$;
  REVOKE ALL ON FUNCTION drafts_mentionable(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION drafts_mentionable(uuid) TO cohorte_app;
`;
