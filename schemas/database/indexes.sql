-- Every index, apart from the tables: a large import drops them all and makes them anew at its end, which is faster
-- than keeping them up, and always in this order, so that a dump does not tell how the rows came in. Run after
-- the migrations and after such an import.
CREATE INDEX IF NOT EXISTS profiles_by_fan ON profiles (fan_id) WHERE fan_id <> profile_id;
CREATE INDEX IF NOT EXISTS profile_facts_by_handle ON profile_facts (value COLLATE NOCASE) WHERE field = 'handle';
CREATE INDEX IF NOT EXISTS interactions_by_thread ON interactions (thread_id, profile_id);
CREATE INDEX IF NOT EXISTS interactions_by_profile ON interactions (profile_id, occurred_at);
CREATE INDEX IF NOT EXISTS interactions_by_answered ON interactions (in_reply_to_id) WHERE in_reply_to_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS interactions_by_target ON interactions (to_profile_id) WHERE to_profile_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS merges_by_profile ON merges (profile_id);
CREATE INDEX IF NOT EXISTS merges_by_other_profile ON merges (other_profile_id);
CREATE INDEX IF NOT EXISTS fan_scores_by_influence ON fan_scores (influence);
CREATE INDEX IF NOT EXISTS fan_scores_by_pagerank ON fan_scores (pagerank);
CREATE INDEX IF NOT EXISTS profile_facts_by_link ON profile_facts (profile_id) WHERE field = 'link' OR field = 'bio';
CREATE INDEX IF NOT EXISTS cascades_by_thread ON interactions (thread_id) WHERE kind = 'reshare';
CREATE INDEX IF NOT EXISTS import_rejections_by_source ON import_rejections (source, path);
CREATE INDEX IF NOT EXISTS matches_by_profile ON matches (profile_id);
CREATE INDEX IF NOT EXISTS matches_by_other_profile ON matches (other_profile_id);
-- Stands last, because a rebuild of the queue drops and makes this one alone.
CREATE INDEX IF NOT EXISTS queue_by_order ON queue (order_key_ms, profile_id, thread_id);
