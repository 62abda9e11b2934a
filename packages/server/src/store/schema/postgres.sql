create table generation_events (
  generation_id text not null,
  sequence integer not null,
  revision integer not null,
  at bigint not null,
  data text not null,
  constraint generation_events_generation_id_fkey FOREIGN KEY (generation_id) REFERENCES generations(id) ON DELETE CASCADE,
  constraint generation_events_key PRIMARY KEY (generation_id, sequence)
);

create table generations (
  id text not null,
  viewer_id text not null,
  operation_id text not null,
  status text not null,
  revision integer not null,
  created_at bigint not null,
  webhook_token text not null,
  idempotency_key text,
  is_active integer not null,
  tags text not null,
  lease_owner text,
  event_count integer not null,
  data text not null,
  request_id text,
  constraint generations_pkey PRIMARY KEY (id),
  constraint generations_webhook_token_key UNIQUE (webhook_token)
);

CREATE INDEX generations_active ON generations USING btree (viewer_id) WHERE (is_active = 1);

CREATE INDEX generations_held ON generations USING btree (lease_owner) WHERE (is_active = 1);

CREATE UNIQUE INDEX generations_idempotency ON generations USING btree (viewer_id, idempotency_key);

CREATE INDEX generations_list ON generations USING btree (viewer_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX generations_request ON generations USING btree (request_id);

create table notifications (
  id text not null,
  data text not null,
  created_at bigint not null,
  attempts integer not null,
  due_at bigint not null,
  lease_owner text,
  constraint notifications_pkey PRIMARY KEY (id)
);

CREATE INDEX notifications_due ON notifications USING btree (due_at);

create table replicas (
  name text not null,
  until bigint not null,
  constraint replicas_pkey PRIMARY KEY (name)
);

create table run_times (
  operation_id text not null,
  settings text not null,
  queue_ms bigint not null,
  run_ms bigint not null,
  ended_at bigint not null
);

CREATE INDEX run_times_newest ON run_times USING btree (operation_id, ended_at DESC);

create table spent_keys (
  viewer_id text not null,
  idempotency_key text not null,
  deleted_at bigint not null,
  constraint spent_keys_key PRIMARY KEY (viewer_id, idempotency_key)
);
